import type { FactorRow, GivesRow } from "../../../../engine/agreement/document/credit-award.ts";
import type { CreditFact } from "../../../../engine/agreement/document/credit-words.ts";
import { compare, type Fraction } from "../../../../engine/number/fraction.ts";
import type { Complaint } from "../../problem.ts";
import { atKey } from "../rule.ts";
import { type Ladder, laddersOf } from "./ladders.ts";
import { anyMark, eachPlan, looksUp } from "./plan-place.ts";

type Row = GivesRow | FactorRow;

/** A worse figure never gives less. */
export const rowsMonotonic = eachPlan((place) =>
  laddersOf(place).flatMap((ladder): readonly Complaint[] => {
    const worse = worseIs(ladder);
    if (worse === null) return [];
    const upwards = placed(ladder);
    const towards = worse === "higher" ? upwards : upwards.toReversed();
    const less = towards.find(({ give }, index) => isLess(give, towards[index - 1]?.give));
    if (less === undefined) return [];
    const message = "this row gives less than the row for better figures.";
    const way_out = "See whether the rows are the right way round.";
    return [
      atKey([...ladder.path, String(less.index)], { code: "rows-not-monotonic", message, way_out, weight: "warning" }),
    ];
  }),
);

/** Facts of which more is worse. */
const worseHigher: readonly CreditFact[] = [
  ...(["shortfall", "points", "outage minutes", "outage hours", "minutes beyond the allowance"] as const),
  ...(["exception seconds", "exception minutes", "records out of time", "violations"] as const),
  ...(["failures in the window", "occurrences", "days late", "periods", "users affected"] as const),
  ...(["components affected", "failures of one criterion"] as const),
];

/** Which way a fact is worse; null where neither is, or levels differ in it. */
function worseIs({ fact, readers }: Ladder): "higher" | "lower" | null {
  if (fact === "score") return "lower";
  if (worseHigher.includes(fact)) return "higher";
  if (fact !== "figure" && fact !== "error rate") return null;
  const ways = readers.flatMap(({ level }) => {
    const mark = anyMark(level);
    return mark === null ? [] : [looksUp(mark) ? ("lower" as const) : ("higher" as const)];
  });
  const [way] = ways;
  return way !== undefined && ways.every((one) => one === way) ? way : null;
}

interface Placed {
  readonly index: number;
  readonly give: Gives | null;
}

/** Rows from the lowest values to the highest; the others lie below rows with `from` and above rows with `upto`. */
function placed({ rows }: Ladder): readonly Placed[] {
  const all = rows.map((row, index) => ({ row, index, edge: row.from ?? row.upto, give: givesOf(row) }));
  const edged = all
    .flatMap(({ edge, ...one }) => (edge ? [{ ...one, edge }] : []))
    .toSorted((a, b) => compare(a.edge.value, b.edge.value));
  const others = all.filter(({ row }) => row.others !== undefined);
  return rows.some(({ from }) => from !== undefined) ? [...others, ...edged] : [...edged, ...others];
}

interface Gives {
  readonly value: Fraction;
  /** What can be compared has the same word. */
  readonly of: string;
}

function givesOf(row: Row): Gives | null {
  if ("factor" in row) return { value: row.factor, of: "factor" };
  if (row.share) return { value: row.share, of: "share" };
  if (row.amount) return { value: row.amount.amount, of: row.amount.currency };
  return row.points ? { value: row.points, of: "points" } : null;
}

const isLess = (now: Gives | null, before: Gives | null | undefined): boolean =>
  now !== null &&
  before !== null &&
  before !== undefined &&
  now.of === before.of &&
  compare(now.value, before.value) < 0;
