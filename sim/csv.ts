/** A file of rows under a header; cells hold no separator, quote or line end. */
export function csv(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  separator = ",",
): string {
  return `${[header, ...rows].map((row) => row.join(separator)).join("\n")}\n`;
}
