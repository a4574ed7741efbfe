import { levelTerms } from "../../../src/engine/agreement/resolve/level-terms.ts";
import type { LevelTerms } from "../../../src/engine/agreement/terms.ts";
import type { Item, Measurement } from "../../../src/engine/measure/measurement.ts";
import { type Fraction, fraction, one } from "../../../src/engine/number/fraction.ts";
import { periodsBetween } from "../../../src/engine/period/periods.ts";
import type { Period, Result } from "../../../src/engine/period/result.ts";
import { type Day, dayOf, secondsOfDay } from "../../../src/engine/time/civil.ts";
import { instant } from "../../../src/engine/time/instant.ts";
import { utc } from "../../../src/engine/time/zone.ts";
import type { Effect } from "../../../src/engine/trigger/effect.ts";
import type { Trigger } from "../../../src/engine/trigger/trigger.ts";
import { type TriggerInput, triggersOf } from "../../../src/engine/trigger/triggers.ts";
import { smallContract } from "../../docs/small-contract.ts";

/** What follows, by the triggers under their names. */
export function effectsBy(
  triggers: Readonly<Record<string, Partial<Trigger>>>,
  of: Pick<TriggerInput, "results" | "credits">,
): readonly Effect[] {
  const whole = Object.entries(triggers).map(
    ([id, parts]): Trigger => ({
      ...{ id, title: id, opens: "right to end the contract", critical: [], plan: null },
      ...parts,
    }),
  );
  return triggersOf({ ...of, triggers: whole, zone: utc });
}

/** The month of a count of months since year 0. */
export function monthOf(count: number): Period {
  const day = dayOf(Math.floor(count / 12), (count % 12) + 1, 1);
  const start = instant(day * secondsOfDay);
  const [period] = periodsBetween(
    { terms: { kind: "month" }, zone: utc, contractFrom: day },
    { start, end: instant(start + 1) },
  );
  if (!period) throw new Error("a month without a period");
  return period;
}

/** A month with a share as its figure. */
export const figureIn = (period: Period, figure: Fraction): Result =>
  resultOf(levelOf("expected: at least 95%"), period, { unit: "share", figure });

/** A month with outages, each with the day on which it began and the hours that it took. */
export function outagesIn(period: Period, outages: readonly { readonly day: Day; readonly hours: Fraction }[]): Result {
  const items = outages.map(
    ({ day, hours }, index): Item => ({
      ...{ record: `${day}-${index}`, source: null, counted: true, good: false, relief: null, reading: null },
      ...{ at: instant(day * secondsOfDay), value: fraction(hours.n * 3600n, hours.d) },
      why: { code: "down", facts: {} },
    }),
  );
  const level = levelOf("measure: time between failures", "of: outages", "expected: at least 700h");
  return resultOf(level, period, { unit: "time", items });
}

function levelOf(...changes: readonly string[]): LevelTerms {
  const [level] = levelTerms(smallContract(...changes), "sla", dayOf(2026, 1, 1));
  if (!level) throw new Error("a contract without a level");
  return level;
}

function resultOf(level: LevelTerms, period: Period, parts: Partial<Measurement>): Result {
  const nothing = { figure: null, part: null, whole: null };
  const measurement: Measurement = {
    ...{
      unit: "share",
      ...nothing,
      bounds: null,
      completeness: one,
      raw: nothing,
      items: [],
      time: null,
      method: null,
    },
    ...parts,
  };
  return {
    level,
    period,
    group: null,
    measurement,
    stages: [],
    verdict: "met",
    reasons: [],
    allowance: null,
    findings: [],
  };
}
