import { fraction, over } from "../../number/fraction.ts";
import type { Result } from "../../period/result.ts";
import { type Span, totalOf, unite } from "../../time/span.ts";
import type { LevelFacts } from "../facts.ts";
import type { CreditPlan } from "../plan/plan.ts";
import { awardFor } from "../stage/count-window.ts";

/** A failure as it is, or once for each of its outages where its award is given for each; none without an outage. */
export function eachOutage({ awards }: CreditPlan, facts: LevelFacts, { measurement }: Result): readonly LevelFacts[] {
  const { level, state } = facts;
  if (typeof state !== "string" || awardFor(awards, { level, state: state as never })?.per !== "outage") return [facts];
  const byCause = Map.groupBy<string, Span & { readonly cause: string }>(
    measurement.time?.down ?? [],
    ({ cause }) => cause,
  );
  return [...byCause.values()].map((spans, index) => {
    const seconds = fraction(totalOf(unite(spans)));
    const own = { outage_minutes: over(seconds, fraction(60)), outage_hours: over(seconds, fraction(3600)) };
    return { ...facts, outage: index + 1, facts: { ...facts.facts, ...own, occurrences: fraction(1) } };
  });
}
