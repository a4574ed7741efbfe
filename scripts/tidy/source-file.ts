import { blank } from "./blank.ts";

/** A file of the project as the tidy rules see it. */
export interface SourceFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The text with every comment and the inside of every string blanked, of the same length; empty where it is no code. */
  readonly code: string;
  readonly imports: readonly Import[];
}

export interface Import {
  readonly from: string;
  /** `import type`: gone at run time. */
  readonly typeOnly: boolean;
  readonly kind: "import" | "export" | "call";
}

/** A rule of the house: what is wrong with a file, one sentence each; nothing when it keeps the rule. */
export type Rule = (file: SourceFile) => readonly string[];

export const isCode = (path: string): boolean => /\.(ts|mjs)$/.test(path);
export const isTest = (path: string): boolean => path.endsWith(".test.ts") || path.includes("/fixture/");

export function sourceFile(path: string, text: string): SourceFile {
  if (!isCode(path)) return { path, text, code: "", imports: [] };
  const code = blank(text);
  return { path, text, code, imports: [...statements(text, code), ...calls(text, code)] };
}

const statement = /\b(import|export)\b\s*((?:type\b)?[\w$\s{},*]*?\bfrom\s*)?(["'])( *)\3/g;
const call = /\b(?:import|require|import\.meta\.resolve|require\.resolve)\s*\(\s*(["'`])( *)\1/g;

function statements(text: string, code: string): Import[] {
  return [...code.matchAll(statement)]
    .filter(([, word, clause]) => word === "import" || clause !== undefined)
    .map((match) => ({
      from: quoted(text, match.index + match[0].length, match[4] ?? ""),
      typeOnly: (match[2] ?? "").startsWith("type"),
      kind: match[1] === "export" ? "export" : "import",
    }));
}

function calls(text: string, code: string): Import[] {
  return [...code.matchAll(call)].map((match) => ({
    from: quoted(text, match.index + match[0].length, match[2] ?? ""),
    typeOnly: false,
    kind: "call",
  }));
}

/** The inside of a string that ends, with its quote, at `end`. */
const quoted = (text: string, end: number, inside: string): string => text.slice(end - 1 - inside.length, end - 1);
