import type { FactorRow, GivesRow } from "../../agreement/document/credit-award.ts";
import type { CreditFact } from "../../agreement/document/credit-words.ts";
import type { Allowed, Quantity } from "../../agreement/quantity.ts";
import { type Fraction, fraction, over, times } from "../../number/fraction.ts";
import type { FactName } from "../plan/fact-name.ts";
import type { Row } from "../plan/row.ts";

const hundred = fraction(100);

/** A word of the format and the fact it names. */
export const factNameOf: Readonly<Record<CreditFact, FactName>> = {
  figure: "value",
  shortfall: "shortfall",
  points: "points",
  "outage minutes": "outage_minutes",
  "outage hours": "outage_hours",
  "minutes beyond the allowance": "excess_minutes",
  "exception seconds": "exception_seconds",
  "exception minutes": "exception_minutes",
  "records out of time": "late_items",
  violations: "violations",
  "failures in the window": "failures_in_window",
  occurrences: "occurrences",
  "error rate": "error_rate",
  "days late": "delay_days",
  "days planned": "duration_days",
  periods: "periods",
  "users affected": "affected_users",
  users: "total_users",
  "components affected": "affected",
  components: "components",
  severity: "severity",
  score: "score",
  "monthly volume": "avg_month_volume",
  "minutes of the month": "period_minutes",
  weight: "weight",
  "failures of one criterion": "failures_same_criterion",
};

/** Seconds in one unit of a fact; facts that are no time count seconds as they are. */
const secondsIn: Readonly<Partial<Record<FactName, number>>> = {
  outage_minutes: 60,
  outage_hours: 3600,
  excess_minutes: 60,
  exception_minutes: 60,
  period_minutes: 60,
  delay_days: 86_400,
  duration_days: 86_400,
};

/** A quantity in the unit its fact is shown in: 99.5 for 99.5 %, 120 for 2h of minutes; a figure that is a time in seconds, a weight is 1 for 100 %. */
export function edgeOf(fact: FactName, { unit, value }: Quantity): Fraction {
  if (unit === "share") return fact === "weight" ? value : times(value, hundred);
  return unit === "time" ? over(value, fraction(secondsIn[fact] ?? 1)) : value;
}

/** The size of a unit of a fact; days are days of 24 hours. */
export function sizeOf(fact: FactName, size: Allowed | Fraction): Fraction {
  if ("n" in size) return size;
  const seconds = size.kind === "time" ? size.seconds : size.count * 86_400;
  return over(fraction(seconds), fraction(secondsIn[fact] ?? 1));
}

/** Rows as the engine reads them; `give` says what a row gives, null where its money has no rate. */
export function rowsOf<R extends GivesRow | FactorRow>(
  rows: readonly R[],
  fact: FactName,
  giveOf: (row: R) => Fraction | null,
): readonly Row[] {
  return rows.flatMap((row): readonly Row[] => {
    const give = giveOf(row);
    if (give === null) return [];
    const rest = { give, ...nameOf(row) };
    if (row.from) return [{ kind: "from", edge: edgeOf(fact, row.from), ...rest }];
    if (row.upto) return [{ kind: "upto", edge: edgeOf(fact, row.upto), ...rest }];
    return [row.is === undefined ? { kind: "others", ...rest } : { kind: "is", word: row.is, ...rest }];
  });
}

const nameOf = (row: GivesRow | FactorRow): { readonly name?: string } =>
  "name" in row && row.name !== undefined ? { name: row.name } : {};
