import { fill, widthOf } from "../documents/text-width.ts";
import { group } from "../engine/report/words/list.ts";
import type { Compared, FlaggedRecord, Flags } from "./flags.ts";
import { ourWords } from "./flags-ours.ts";

/** Differing records that are listed in a terminal. */
const most = 20;

/** The matrix for a terminal, what of it is equal, and the first records that differ. */
export function flagsText(flags: Flags): string {
  const { title, level, asKnown, stopped, open, differing } = flags;
  return [
    `${title} (${level}), as known before ${asKnown}`,
    "",
    ...matrix(flags),
    "",
    `Stopped clocks: ${comparedText(stopped)}`,
    `Open records:   ${comparedText(open)}`,
    "The flag is shown as the tool recorded it. It is in none of our figures, and the tool may have judged by other rules.",
    ...(differing.length === 0 ? [] : ["", ...list(differing)]),
    "",
  ].join("\n");
}

const comparedText = ({ compared, equal }: Compared): string =>
  `${group(compared)} have a verdict of both, ${group(equal)} are equal, ${group(compared - equal)} differ.`;

function matrix({ cells, records }: Flags): readonly string[] {
  const flags = [...new Set(cells.map(({ theirs }) => theirs))].sort((a, b) => rank(a) - rank(b));
  const count = (is: (cell: Flags["cells"][number]) => boolean): string =>
    group(cells.filter(is).reduce((sum, cell) => sum + cell.count, 0));
  const rows = ourWords
    .filter((ours) => cells.some((cell) => cell.ours === ours))
    .map((ours) => [
      ours,
      ...flags.map((theirs) => count((cell) => cell.ours === ours && cell.theirs === theirs)),
      count((cell) => cell.ours === ours),
    ]);
  const head = ["Ours", ...flags.map((flag) => (flag === null ? "no flag" : `flag: ${flag}`)), "Together"];
  const total = ["Together", ...flags.map((theirs) => count((cell) => cell.theirs === theirs)), group(records)];
  return columned([head, ...rows, total]);
}

const rank = (flag: string | null): number => (flag === null ? 2 : ["in time", "late"].indexOf(flag));

function list(differing: readonly FlaggedRecord[]): readonly string[] {
  const shown = differing.slice(0, most);
  const more = differing.length - shown.length;
  const rows = shown.map(({ record, ours, theirs, opened, due, stopped }) => [
    record,
    ours,
    theirs ?? "",
    ...[opened, due, stopped].map((at) => at ?? "-"),
  ]);
  return [
    ...columned([["Differing", "Ours", "Flag", "Clock started", "Due", "Stopped"], ...rows], "left"),
    ...(more > 0 ? [`and ${group(more)} more: --json lists them all`] : []),
  ];
}

/** Cells in columns as wide as their widest; the first column to the left. */
function columned(rows: readonly (readonly string[])[], side: "left" | "right" = "right"): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ""))));
  return rows.map((row) =>
    row
      .map((cell, column) => fill(cell, widths[column] ?? 0, column === 0 ? "left" : side))
      .join("  ")
      .trimEnd(),
  );
}
