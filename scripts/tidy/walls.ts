import { posix } from "node:path";
import { clockReaders, composition, corridor, network, outsideWorld, type Room, rooms, testPeers } from "./rooms.ts";
import { type Import, isCode, isTest, type Rule, type SourceFile } from "./source-file.ts";

/** Every folder of src is a room of the table, every folder of the engine a room of the corridor. */
export const knownRoom: Rule = ({ path }) => {
  const [top, room, inner, ...rest] = path.split("/");
  if (top !== "src" || !isCode(path) || composition.includes(path)) return [];
  if (room === undefined || !(room in rooms)) return [`${room} is no room of src`];
  const folder = room === "engine" && rest.length > 0;
  return folder && !corridor.includes(inner ?? "") ? [`${inner} is no room of the engine`] : [];
};

/** A room imports only the rooms that the table names. */
export const roomImports: Rule = (file) =>
  within(file, (room, own) =>
    file.imports.flatMap((one) => {
      const target = roomOf(targetOf(file, one));
      if (target === null || target === own) return [];
      if (room.imports.includes(target) || (one.typeOnly && room.types.includes(target))) return [];
      return [`${own} may not import ${target} (${one.from})`];
    }),
  );

/** The left-to-right law of the engine. */
export const leftOnly: Rule = (file) => {
  if (!file.path.startsWith("src/engine/") || isTest(file.path)) return [];
  return file.imports
    .filter((one) => roomOf(targetOf(file, one)) === "engine" && place(targetOf(file, one)) > place(file.path))
    .map((one) => `an import from the right: ${one.from}`);
};

/** A room imports only the packages and the modules of Node that the table names; tests also what runs them. */
export const packages: Rule = (file) =>
  within(file, (room, own) =>
    file.imports
      .filter(({ from }) => !from.startsWith("."))
      .filter(({ from }) => (from.startsWith("node:") ? !allowedNode(room, from) : !room.npm.includes(packageOf(from))))
      .map(({ from }) => `${own} may not import ${from}`),
  );

/** The engine's tests may use packages, of which those that run tests are the only ones. */
export const testPackages: Rule = (file) => {
  if (!file.path.startsWith("src/") || !isTest(file.path)) return [];
  const allowed = ["vitest", "fast-check", ...testPeers, ...Object.values(rooms).flatMap(({ npm }) => npm)];
  return file.imports
    .filter(({ from }) => !from.startsWith(".") && !from.startsWith("node:") && !allowed.includes(packageOf(from)))
    .map(({ from }) => `a test may not import ${from}`);
};

/** The engine asks nothing of the world: no time, no chance, no environment, no output. */
export const engineGlobals: Rule = (file) =>
  file.path.startsWith("src/engine/") && !isTest(file.path)
    ? outsideWorld.filter((name) => uses(file.code, name)).map((name) => `the engine does not know ${name}`)
    : [];

/** The environment and the real clock are read by the composition alone. */
export const realClock: Rule = (file) => {
  if (!file.path.startsWith("src/") || isTest(file.path) || composition.includes(file.path)) return [];
  if (clockReaders.some((path) => file.path.startsWith(path))) return [];
  const readings = [/\bprocess\.env\b/, /\bDate\.now\b/, /\bnew Date\(\s*\)/, /\bTemporal\.Now\b/, /\bMath\.random\b/];
  return [...readings, /(?<![\w$.])fetch\s*\(/]
    .map((reading) => reading.exec(file.code)?.[0])
    .filter((found) => found !== undefined)
    .map((found) => `only the composition may use ${found}`);
};

/** Sentences for people are written in engine/report and nowhere else in the engine. */
export const noSentences: Rule = (file) => {
  if (!file.path.startsWith("src/engine/") || file.path.startsWith("src/engine/report/") || isTest(file.path))
    return [];
  return [...file.code.matchAll(/["`]/g)]
    .map(({ index }) => /^[^"`\n]*?(?=["`\n]|\$\{)/.exec(file.text.slice(index + 1))?.[0] ?? "")
    .filter((text) => /^[A-Z][a-z]* [a-z].*[a-z]/.test(text))
    .map((text) => `a sentence for people: ${text}`);
};

/** Applies a check to files of a room; tests look where they like, the composition too. */
function within(file: SourceFile, check: (room: Room, own: string) => string[]): string[] {
  const own = roomOf(file.path);
  const room = own === null ? undefined : rooms[own];
  return own === null || room === undefined || isTest(file.path) || composition.includes(file.path)
    ? []
    : check(room, own);
}

const targetOf = (file: SourceFile, one: Import): string | null =>
  one.from.startsWith(".") ? posix.join(posix.dirname(file.path), one.from) : null;

/** The room of src a path lies in; the composition is a room of its own, which no table names. */
function roomOf(path: string | null): string | null {
  if (path === null) return null;
  const [top, room, ...rest] = path.split("/");
  if (top !== "src") return "outside of src";
  return rest.length === 0 ? "the composition" : (room ?? null);
}

/** The place of a path in the corridor; files of the engine's own folder stand at its end. */
function place(path: string | null): number {
  const parts = (path ?? "").split("/");
  const at = parts.length > 3 ? corridor.indexOf(parts[2] ?? "") : -1;
  return at < 0 ? corridor.length : at;
}

const packageOf = (from: string): string => from.split("/", from.startsWith("@") ? 2 : 1).join("/");

function allowedNode(room: Room, from: string): boolean {
  const module = from.split("/")[0] ?? "";
  if (room.network?.includes(module)) return true;
  return room.node === null ? !network.includes(module) : room.node.includes(module);
}

/** True when a name is used as a name, not as a member of another or as a key. */
const uses = (code: string, name: string): boolean =>
  new RegExp(`(?<![\\w$.])${name.replace(".", "\\s*\\.\\s*")}\\b(?!\\??:)`).test(code);
