import type { FactorRow, GivesRow } from "../../../../engine/agreement/document/credit-award.ts";
import type { Quantity } from "../../../../engine/agreement/quantity.ts";
import { compare } from "../../../../engine/number/fraction.ts";
import type { Complaint } from "../../problem.ts";
import { atKey, atValue } from "../rule.ts";
import { writeQuantity } from "../text.ts";
import { laddersOf } from "./ladders.ts";
import { eachPlan } from "./plan-place.ts";
import { gapComplaints } from "./rows-gap.ts";

type Row = GivesRow | FactorRow;

/** Rows hold by one kind of edge, each once, in order, and leave no gap. */
export const rowsWhole = eachPlan((place) =>
  laddersOf(place).flatMap((ladder) => {
    const { path, rows, fact } = ladder;
    const unclear = rows.flatMap((row, index) => [
      ...rowComplaints([...path, String(index)], row),
      ...(row.is !== undefined && fact !== "severity" ? [noWord([...path, String(index), "is"], fact)] : []),
    ]);
    if (unclear.length > 0) return unclear;
    const broken = [...mixed(path, rows), ...repeated(path, rows), ...unsorted(path, rows)];
    return broken.length > 0 ? broken : gapComplaints(ladder);
  }),
);

const ways = ["from", "upto", "is", "others"] as const;

function rowComplaints(path: readonly string[], row: Row): readonly Complaint[] {
  const written = ways.filter((way) => row[way] !== undefined);
  if (written.length === 1) return [];
  const message =
    written.length === 0 ? "it is not said when this row holds." : `${written.join(" and ")} both say when it holds.`;
  const way_out = written.length === 0 ? "Add from, upto, is or 'others: yes'." : "Keep one of them.";
  return [atKey(path, { code: "row-unclear", message, way_out })];
}

const noWord = (path: readonly string[], fact: string): Complaint =>
  atKey(path, {
    code: "row-unclear",
    message: `'${fact}' is a number, and only 'severity' is a word.`,
    way_out: "Write from or upto.",
  });

function mixed(path: readonly string[], rows: readonly Row[]): readonly Complaint[] {
  const first = rows.find(({ from, upto }) => from !== undefined || upto !== undefined);
  const [kind, wrong] = first?.from === undefined ? (["upto", "from"] as const) : (["from", "upto"] as const);
  return rows.flatMap((row, index) => {
    if (row[wrong] === undefined) return [];
    const message = `rows with '${wrong}' stand beside rows with '${kind}'.`;
    return [
      atKey([...path, String(index), wrong], { code: "rows-mixed", message, way_out: `Write all with '${kind}'.` }),
    ];
  });
}

function repeated(path: readonly string[], rows: readonly Row[]): readonly Complaint[] {
  const said = rows.map(wordOf);
  return said.flatMap((word, index) => {
    if (said.indexOf(word) === index) return [];
    const message = `there is a row for ${word} already.`;
    return [atKey([...path, String(index)], { code: "row-twice", message, way_out: "Keep one of them." })];
  });
}

function wordOf({ from, upto, is }: Row): string {
  const edge = from ?? upto;
  if (edge !== undefined) return `${from ? "from" : "up to"} ${writeQuantity(edge)}`;
  return is === undefined ? "the others" : `'${is}'`;
}

/** Upwards or downwards, but not to and fro. */
function unsorted(path: readonly string[], rows: readonly Row[]): readonly Complaint[] {
  const edges = rows.flatMap((row, index) => {
    const edge = row.from ?? row.upto;
    return edge ? [{ edge, at: [...path, String(index)] }] : [];
  });
  const way = direction(edges[0]?.edge, edges[1]?.edge);
  const turn = edges.find(({ edge }, index) => index > 1 && direction(edges[index - 1]?.edge, edge) !== way);
  if (turn === undefined) return [];
  const message = `${writeQuantity(turn.edge)} does not follow the row above it.`;
  return [atValue(turn.at, { code: "rows-unsorted", message, way_out: "Put the rows in the order of their edges." })];
}

const direction = (a: Quantity | undefined, b: Quantity | undefined): number =>
  a === undefined || b === undefined || a.unit !== b.unit ? 0 : Math.sign(compare(b.value, a.value));
