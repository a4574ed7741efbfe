/** Columns that a text takes on a terminal: marks that combine take none, wide characters take two. */
export function widthOf(text: string): number {
  if (plain.test(text)) return text.length;
  return [...text].reduce((sum, character) => sum + columnsOf(character), 0);
}

/** A text cut to at most so many columns, its end marked by `…`. */
export function cutTo(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let [cut, width] = ["", 0];
  for (const character of text) {
    width += columnsOf(character);
    if (width > columns - 1) break;
    cut += character;
  }
  return columns < 1 ? "" : `${cut.trimEnd()}…`;
}

/** A text filled with spaces to so many columns, on its right or on its left. */
export function fill(text: string, columns: number, side: "left" | "right"): string {
  const spaces = " ".repeat(Math.max(0, columns - widthOf(text)));
  return side === "left" ? `${text}${spaces}` : `${spaces}${text}`;
}

/** Letters, digits and signs of which each takes one column. */
const plain = /^[ -~]*$/;
const combining = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]$/u;

function columnsOf(character: string): number {
  if (character <= "~") return 1;
  return combining.test(character) ? 0 : wide.test(character) ? 2 : 1;
}
