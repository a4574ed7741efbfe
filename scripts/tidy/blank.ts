/**
 * Source text with comments and the insides of strings, templates and regular expressions replaced by spaces. Length,
 * lines and quotes stay, so that a place in the result is the same place in the text. What stands in `${ }` is code.
 */
export function blank(text: string): string {
  const reading: Reading = { text, out: "", templates: [] };
  while (reading.out.length < text.length) {
    const at = reading.out.length;
    const piece = pieceAt(reading, at);
    reading.out += piece.code ? text.slice(at, piece.end) : hide(text.slice(at, piece.end));
  }
  return reading.out;
}

interface Reading {
  readonly text: string;
  out: string;
  /** For every template that is open, how many braces are open in its `${ }`. */
  readonly templates: number[];
}

interface Piece {
  readonly end: number;
  readonly code: boolean;
}

function pieceAt({ text, out, templates }: Reading, at: number): Piece {
  const two = text.slice(at, at + 2);
  const one = text.charAt(at);
  if (two === "//") return { end: orEnd(text, text.indexOf("\n", at)), code: false };
  if (two === "/*") return { end: orEnd(text, text.indexOf("*/", at), 2), code: false };
  if (one === '"' || one === "'") return { end: endOfString(text, at), code: false };
  if (one === "`") return template(text, at + 1, templates);
  if (one === "/" && startsRegex(out)) return { end: endOfRegex(text, at), code: false };
  const depth = templates.at(-1);
  if (depth !== undefined && one === "{") templates[templates.length - 1] = depth + 1;
  if (depth !== undefined && one === "}") {
    if (depth === 0) {
      templates.pop();
      return template(text, at + 1, templates);
    }
    templates[templates.length - 1] = depth - 1;
  }
  return { end: at + 1, code: true };
}

/** The text of a template up to its closing quote or its next `${`. */
function template(text: string, from: number, templates: number[]): Piece {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === "`") return { end: at + 1, code: false };
    else if (text.startsWith("${", at)) {
      templates.push(0);
      return { end: at + 2, code: false };
    }
  }
  return { end: text.length, code: false };
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === text[start] || text[at] === "\n") return at + 1;
  }
  return text.length;
}

function endOfRegex(text: string, start: number): number {
  for (let at = start + 1, inClass = false; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === "\n") return at;
    else if (text[at] === "[") inClass = true;
    else if (text[at] === "]") inClass = false;
    else if (text[at] === "/" && !inClass) return at + 1;
  }
  return text.length;
}

/** A slash divides after a value and opens a regular expression elsewhere. */
const startsRegex = (before: string): boolean =>
  /(?:^|[(,=:[!&|?{};+\-*%~^<>]|\b(?:return|typeof|case|of|in))\s*$/.test(before);

/** Spaces, but for the ends of lines and, where it is a string, the quotes at both ends. */
function hide(piece: string): string {
  const quote = /^["'`]/.test(piece) ? piece.charAt(0) : "";
  return piece.replace(/[^\n]/g, (letter, at: number) =>
    letter === quote && (at === 0 || at === piece.length - 1) ? letter : " ",
  );
}

const orEnd = (text: string, found: number, length = 0): number => (found < 0 ? text.length : found + length);
