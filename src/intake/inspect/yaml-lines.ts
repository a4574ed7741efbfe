/** One line of YAML with its comment. */
export interface Line {
  readonly depth: number;
  readonly text: string;
  readonly comment: string;
}

/** `key: value`, or `key:` above what is indented under it. */
export const entry = (key: string, value: string, comment = ""): Line => ({
  depth: 0,
  text: value === "" ? `${key}:` : `${key}: ${value}`,
  comment,
});

export const indented = (by: number, lines: readonly Line[]): Line[] =>
  lines.map((line) => ({ ...line, depth: line.depth + by }));

/** `{a: 1, b: 2}` */
export const flow = (fields: readonly (readonly [string, string])[]): string =>
  `{${fields.map(([key, value]) => `${key}: ${value}`).join(", ")}}`;

/** A text as YAML writes it: plain where it is plain anywhere, else in quotes. */
export function text(value: string): string {
  return /^[A-Za-z0-9_][A-Za-z0-9_ ./()&+-]*$/.test(value) && !/\s$/.test(value) ? value : JSON.stringify(value);
}
