import { Refused } from "../refused.ts";

/** One object of a list of JSON, as it stands there. */
export interface Element {
  readonly line: number;
  readonly content: string;
  /** True where the text ended inside it. */
  readonly last: boolean;
}

interface Scan {
  depth: number;
  quoted: boolean;
  escaped: boolean;
  line: number;
  startLine: number;
  /** What was kept of the object that is open; null outside of objects. */
  open: string | null;
  tooLong: boolean;
}

/** The objects of `[ {…}, {…} ]` in pieces of text, none of them longer than `longest` characters. */
export async function* elementsOf(text: AsyncIterable<string>, longest: number): AsyncIterable<Element> {
  const scan: Scan = { depth: 0, quoted: false, escaped: false, line: 1, startLine: 1, open: null, tooLong: false };
  for await (const piece of text) {
    yield* scanned(scan, piece, longest);
    if (scan.tooLong) throw new Refused("row-too-long", { line: String(scan.startLine) });
  }
  if (scan.open !== null) yield { line: scan.startLine, content: scan.open, last: true };
  else if (scan.depth > 0) throw new Refused("list-not-closed", { line: String(scan.line) });
}

function* scanned(scan: Scan, piece: string, longest: number): Iterable<Element> {
  let from = 0;
  for (let i = 0; i < piece.length; i += 1) {
    const char = piece[i] as string;
    if (char === "\n") scan.line += 1;
    if (scan.quoted) quote(scan, char);
    else if (char === '"') scan.quoted = true;
    else if (char === "{" || char === "[") {
      if (scan.depth === 1 && scan.open === null && char === "{")
        [scan.open, scan.startLine, from] = ["", scan.line, i];
      scan.depth += 1;
    } else if (char === "}" || char === "]") {
      scan.depth -= 1;
      if (scan.depth === 1 && scan.open !== null) {
        yield { line: scan.startLine, content: scan.open + piece.slice(from, i + 1), last: false };
        scan.open = null;
      }
    }
  }
  if (scan.open === null) return;
  scan.open += piece.slice(from);
  scan.tooLong = scan.open.length > longest;
}

function quote(scan: Scan, char: string): void {
  if (scan.escaped) scan.escaped = false;
  else if (char === "\\") scan.escaped = true;
  else if (char === '"') scan.quoted = false;
}
