/** A Markdown table, `cells` row by row under its heads. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${line(heads)}|${"---|".repeat(heads.length)}\n${rows.map(line).join("")}`;
}

export const code = (text: string): string => `\`${text}\``;

/** The address of a heading within its page. */
export const anchor = (heading: string): string =>
  `#${heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, "")
    .replaceAll(" ", "-")}`;

export const link = (heading: string): string => `[${heading.toLowerCase()}](${anchor(heading)})`;

const line = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|") || " ").join(" | ")} |\n`;
