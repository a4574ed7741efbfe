import type { Ledger } from "../ledger.ts";
import { Refused } from "../refused.ts";

/** No export has more columns than this (a sheet of a workbook has no more); a broken one may. */
export const mostColumns = 16_384;

/**
 * Column names of a header, trimmed. A name that stands twice keeps its first place; the further ones become
 * `name (2)`, with a finding, so that nothing is lost. A column without a name is `column 7`.
 * Throws `Refused` where there are more columns than any export has.
 */
export function namedColumns(header: readonly string[], ledger: Ledger): string[] {
  if (header.length > mostColumns)
    throw new Refused("too-many-columns", { columns: String(header.length), at_most: String(mostColumns) });
  const seen = new Map<string, number>();
  return header.map((written, index) => {
    const name = written.replace(/^\uFEFF/, "").trim() || `column ${index + 1}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    if (count === 1) return name;
    ledger.add({
      code: "column-twice",
      about: name,
      facts: { column: name, place: String(index + 1), taken_as: `${name} (${count})` },
    });
    return `${name} (${count})`;
  });
}

/** Columns that stand more than once in a header, from their taken names. */
export function doubled(columns: readonly string[]): ReadonlySet<string> {
  const twice = columns.flatMap((name) => (name.endsWith(" (2)") ? [name.slice(0, -4)] : []));
  const known = new Set(columns);
  return new Set(twice.filter((name) => known.has(name)));
}
