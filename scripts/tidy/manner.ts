import { basename } from "node:path";
import { isCode, type Rule } from "./source-file.ts";

/** Lines a source file may have. Files that were longer when the limit came would stand in `longer`, which only shrinks. */
const mostLines = 250;
/** Written by a script from the schema; nobody edits it. */
const longer: Readonly<Record<string, number>> = { "src/store/tables.ts": 800 };

export const size: Rule = ({ path, text }) => {
  const lines = text.split("\n").length - 1;
  return isCode(path) && lines > (longer[path] ?? mostLines)
    ? [`${lines} lines, over ${longer[path] ?? mostLines}`]
    : [];
};

/** Words that have no place in code, each with what to do instead. */
const codeWords: readonly (readonly [RegExp, string])[] = [
  [
    /(?::|<|\||&|=>|\bas|\bextends)\s*any\b(?!\s*[(:.])|\bany\s*(?:>|\[\])|\.any\(\s*\)/,
    "`any`: say what it is, or `unknown`",
  ],
  [/[\w$)\]]!(?![=\w])/, "`!`: handle the missing case"],
  [/\bexport\s+default\b/, "a default export: export by name"],
  [/\bexport\s*\*/, "`export *`: import the file itself"],
  [/\bexport\s*(?:type\s*)?\{[^}]*\}\s*from\b/, "a barrel: import the file itself"],
  [/\benum\s+\w+\s*\{/, "`enum`: a union of strings"],
  [/\bnamespace\s+\w+\s*\{/, "`namespace`: a file"],
  [/[(,]\s*\w+\??:\s*boolean\s*(?=[,)=])/, "a boolean parameter: write two functions"],
  [/\b(?:test|it|describe)\.only\b/, "`only`: run them all"],
];

/** Words that have no place in comments or strings either. */
const textWords: readonly (readonly [RegExp, string])[] = [
  [/\bTODO\b/, "a promise: do it, or write it in the plan"],
  [/\bFIXME\b/, "a promise: fix it, or write it in the plan"],
  [/@ts-(?:ignore|expect-error|nocheck)/, "a silenced compiler: mend the type"],
];

/** Configurations of tools, which are read by their default export. */
const isConfig = (path: string): boolean => path.endsWith(".config.ts");

export const words: Rule = ({ path, text, code }) => {
  if (!isCode(path)) return [];
  const inCode = codeWords.filter(([word]) => word.test(code) && !(isConfig(path) && word.source.includes("default")));
  const inText = textWords.filter(([word]) => word.test(text));
  return [...inCode, ...inText].map(([, instead]) => instead);
};

/** Relative imports name the file, ending and all, since nothing resolves them but the runtime. */
export const importEndings: Rule = ({ imports }) =>
  imports
    .filter(({ from }) => from.startsWith(".") && !/\.(ts|mjs|json)$/.test(from))
    .map(({ from }) => `an import without its ending: ${from}`);

const capitals = [
  "README.md",
  "LICENSE",
  "NOTICE",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "ROADMAP.md",
  "ARCHITECTURE.md",
  "SECURITY.md",
  "Containerfile",
];

/** Files and folders are named in kebab-case; the documents that every project has keep their usual names. */
export const names: Rule = ({ path }) => {
  const plain = /^\.?[a-z0-9]+(?:[-.][a-z0-9]+)*$/;
  const odd = path.split("/").filter((part) => !plain.test(part) && !capitals.includes(part));
  return odd.map((part) => `a name that is not in kebab-case: ${part}`);
};

/** A migration stands among its like, numbered and with a name that says what it brings. */
export const migrationsNamed: Rule = ({ path }) => {
  if (!path.endsWith(".sql") && !path.includes("/migrations/")) return [];
  return /^src\/store\/migrations\/\d{4}-[a-z]+(?:-[a-z]+)+\.sql$/.test(path)
    ? []
    : [`${basename(path)}: write src/store/migrations/0001-what-it-brings.sql`];
};

/** Nothing in the project knows the machine it was written on. */
export const noMachinePath: Rule = ({ text }) => {
  const found = /(?<![\w.~)}/-])\/(?:home|Users|root|work|tmp|mnt)\/\w+|\b[A-Z]:\\\w+/.exec(text);
  return found ? [`a path of a machine: ${found[0]}`] : [];
};

/** Packages come from wherever npm is set to look: no address of a registry, in the lock least of all. */
export const noRegistry: Rule = ({ text }) => {
  const found = /\bregistry\.[a-z]+|"resolved":\s*"[a-z]+:\/\/|_authToken|^\s*registry\s*=/im.exec(text);
  return found ? [`an address of a registry: ${found[0].trim()}`] : [];
};
