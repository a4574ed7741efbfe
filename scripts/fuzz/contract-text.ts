import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { shippedFolder } from "../../src/desk/shipped.ts";

const library = join(shippedFolder, "library");

/** The ready contracts, each a small one with one way of measuring. */
export const libraryContracts: readonly (readonly [string, string])[] = readdirSync(library)
  .filter((name) => name.endsWith(".yaml"))
  .sort()
  .map((name) => [name, readFileSync(join(library, name), "utf8")]);

const line = /^(\s*(?:- )?)([A-Za-z_ -]+): (\S.*)$/;

/** Values that are well written in some field, and some that are written well in none. */
export const oddValues = [
  ...["0%", "100%", "101%", "at least 0%", "at least 100%", "at most 0", "at most 0%", "less than 0s", "more than 3"],
  ...["at least 99999999999999999999", "0m", "0s", "1s", "9999999h", "0 days", "99999 days", "99999 business days"],
  ...["none", "exact", "4 decimals", "1 periods", "999 periods", "0", "1", "999999999", "-1", "1.5"],
  ...["week", "month", "quarter", "year", "contract year", "30 days", "always", "business-hours", "booking", "opened"],
  ...["constructor", "__proto__", "toString", "hasOwnProperty", "[constructor]", "{constructor: P1}", "{__proto__: 1}"],
  ...["[]", "{}", "[[[[]]]]", "null", "~", "''", "&a x", "*a", "!!str x", "| x", "%", "@", "2026-02-29"],
  ...["0001-01-01", "1900-01-01", "2199-12-31", "9999-12-31", "2026-10-25", "every 02-29", "Pacific/Apia"],
  ...["{every day: 00:00-00:01}", "{Mon: 23:59-24:00}", "{Sun-Sat: 22:00-06:00}", "{every day: 00:00-24:00}"],
  ...["\u202e", "\ud83d\ude80", "\u0000", "<script>", '"', "x".repeat(5000), "incidents", "samples", "score", "number"],
];

/** A change to one line of a text: its value, by another one. */
export const valueChange = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  value: fc.constantFrom(...oddValues),
});

/** The text with the values of some of its lines exchanged. */
export function withValues(text: string, changes: readonly { readonly at: number; readonly value: string }[]): string {
  const lines = text.split("\n");
  const places = lines.flatMap((each, index) => (line.test(each) ? [index] : []));
  for (const { at, value } of changes) {
    const place = places[Math.floor(at * places.length)] ?? 0;
    lines[place] = (lines[place] ?? "").replace(
      line,
      (_all, start: string, name: string) => `${start}${name}: ${value}`,
    );
  }
  return lines.join("\n");
}
