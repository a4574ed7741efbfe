import type { Mark, Quantity } from "../../../../engine/agreement/quantity.ts";
import { compare, type Fraction, fraction, one, zero } from "../../../../engine/number/fraction.ts";
import type { Complaint } from "../../problem.ts";
import { atKey } from "../rule.ts";
import { writeQuantity } from "../text.ts";
import { counted, type Ladder, type Reader } from "./ladders.ts";
import { looksUp, missedBy } from "./plan-place.ts";

/** A failure that no row holds for would cost nothing: the rows reach as far as failures do, or name the others. */
export function gapComplaints(ladder: Ladder): readonly Complaint[] {
  const { path, rows } = ladder;
  if (rows.some(({ others }) => others !== undefined)) return [];
  const [from, upto] = [rows.flatMap((row) => row.from ?? []), rows.flatMap((row) => row.upto ?? [])];
  if (from.length > 0) {
    const lowest = from.reduce((a, b) => (compare(a.value, b.value) <= 0 ? a : b));
    return ends(ladder).every(({ least }) => compare(lowest.value, least) <= 0) ? [] : [gap(path, "below", lowest)];
  }
  if (upto.length === 0) return [];
  const highest = upto.reduce((a, b) => (compare(a.value, b.value) >= 0 ? a : b));
  const reaches = ends(ladder).every(({ most }) => most !== null && compare(highest.value, most) >= 0);
  return reaches ? [] : [gap(path, "above", highest)];
}

function gap(path: readonly string[], side: "below" | "above", edge: Quantity): Complaint {
  const message = `no row holds ${side} ${writeQuantity(edge)}, so a failure there would give nothing.`;
  const way_out = "Add a row with 'others: yes', also where it gives 0%.";
  return atKey(path, { code: "rows-gap", message, way_out });
}

/** The least value of a fact in a failure, and the most where there is one. */
interface Ends {
  readonly least: Fraction;
  readonly most: Fraction | null;
}

function ends({ fact, readers }: Ladder): readonly Ends[] {
  if (fact === "score") return [{ least: zero, most: fraction(100) }];
  if (counted.includes(fact)) return [{ least: one, most: null }];
  const isFigure = fact === "figure" || fact === "error rate";
  return isFigure && readers.length > 0 ? readers.map(endsOfFigure) : [{ least: zero, most: null }];
}

/** Figures fail on one side of the mark only. */
function endsOfFigure({ level, isOnlyMissed }: Reader): Ends {
  const mark: Mark | null = isOnlyMissed ? missedBy(level) : (level.expected ?? null);
  if (mark === null) return { least: zero, most: null };
  const { unit, value } = mark.quantity;
  if (looksUp(mark)) return { least: zero, most: value };
  return { least: value, most: unit === "share" ? one : null };
}
