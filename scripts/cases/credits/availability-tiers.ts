import { type LevelFacts, missOf } from "../../../src/engine/credit/facts.ts";
import { claimEnds } from "../../../src/engine/credit/period/claim-ends.ts";
import { stated } from "../../../src/engine/credit/plan/base.ts";
import { plainLevel } from "../../../src/engine/credit/plan/level.ts";
import type { Limit } from "../../../src/engine/credit/plan/limit.ts";
import type { CreditPlan } from "../../../src/engine/credit/plan/plan.ts";
import type { CreditStatement } from "../../../src/engine/credit/statement.ts";
import { type Fraction, fraction, one } from "../../../src/engine/number/fraction.ts";
import { readDay } from "../../../src/engine/time/civil.ts";
import { agreedTimes } from "./agreed-times.ts";
import { ask, capOf, capsOf, prorated, shareOf, told } from "./ask.ts";
import { excusedWays, figureOf, inServiceOf, inServiceWays } from "./availability-figure.ts";
import { isAboveRows, looks, printedTable, roundOf, tierRows } from "./availability-rows.ts";
import { perEvent, severalBreaches } from "./breaches.ts";
import { meaning } from "./meaning.ts";
import {
  type Answer,
  amount,
  count,
  day,
  has,
  hasRecords,
  type Input,
  inPercent,
  isList,
  maybe,
  share,
  word,
} from "./read.ts";
import { withoutWord } from "./untranslated.ts";

/** S09: rows of availability, each giving a percentage of the charges. */
export function availabilityTiers(input: Input): Answer {
  if (has(input, "table")) return printedTable(input);
  if (has(input, "events")) return perEvent(input);
  if (has(input, "breaches")) return severalBreaches(input);
  if (isList(input, "days") || isList(input, "hours_per_day")) return agreedTimes(input);
  if (has(input, "target_pct", "days") && !isDown(input)) return agreedTimes(input);
  if (hasRecords(input, "variants")) return looks(input, figureOf(input)?.value ?? null);
  if (has(input, "variants"))
    return has(input, "excused_minutes") || has(input, "excused_hours") ? excusedWays(input) : inServiceWays(input);
  return tiered(input);
}

/** Whether the case says how long something was down. */
const isDown = (input: Input): boolean =>
  ["down_minutes", "downtime_minutes", "down_hours", "downtime_hours"].some((name) => has(input, name));

const parts = ["pct", "credit_pct", "tier_pct"];

function tiered(input: Input): Answer {
  const claim = claimOf(input);
  const figure = figureOf(input);
  const shown = { ...claim.told, availability_pct: figure?.printed, clamped: figure?.value, computed: figure?.printed };
  const rows = tierRows(input);
  const given = parts.some((name) => has(input, name));
  if (!given && rows.length === 0) return { ...shown, target: maybe(input, "target_pct") };
  const asked = {
    amount: given ? shareOf(share(input, ...parts)) : ({ kind: "rows", of: "charges", by: "value", rows } as const),
    results: [resultOf(input, figure?.value ?? null)],
    levels: { level: { ...plainLevel, expected: maybe(input, "target_pct"), round: roundOf(input) } },
  };
  const limits = [...capsOf(input), capOf(one)];
  const pay = (plan: Partial<CreditPlan>, base: Based): CreditStatement =>
    ask(input, {
      ...asked,
      plan: { levels: asked.levels, claim: "needed", ...plan, bases: base.bases },
      facts: { claimed: claim.inTime, days: base.days, activeDays: base.activeDays, bases: base.amounts },
    });
  const statement = pay({ limits: [...limits, ...floorsOf(input)] }, baseOf(input));
  const share100 = ask(input, {
    ...asked,
    charges: one,
    plan: { levels: asked.levels, limits, claim: "needed" },
    facts: { claimed: claim.inTime },
  });
  return {
    ...told(statement),
    ...shown,
    computed: statement.computed,
    pct: inPercent(share100.exact),
    uncapped_pct: inPercent(statement.lines[0]?.share),
    ...(has(input, "used_days") ? { if_only_used_days: pay({ limits }, usedOnly(input)).credit } : {}),
  };
}

/** A percentage that is given is that of a miss; with a target the figure is judged. */
const resultOf = (input: Input, value: Fraction | null): LevelFacts =>
  missOf("level", {
    facts: value ? { value } : {},
    ...(has(input, "target_pct") && value ? { state: null } : {}),
    ...(value && isAboveRows(input, value) ? { state: "met" } : {}),
  });

interface Based {
  readonly bases: CreditPlan["bases"];
  readonly amounts: Readonly<Record<string, Fraction>>;
  readonly days: number;
  readonly activeDays: Readonly<Record<string, Fraction>>;
}

/** A twelfth of a fee of the year; a fee of the month by the days in service, where the service began in it. */
function baseOf(input: Input): Based {
  if (has(input, "annual_fee") && !has(input, "monthly_fee")) {
    return {
      bases: { year: stated, charges: { kind: "part", of: "year", share: fraction(1, 12) } },
      amounts: { year: amount(input, "annual_fee") },
      days: 30,
      activeDays: {},
    };
  }
  const service = inServiceOf(input);
  if (!service) return { bases: {}, amounts: {}, days: 30, activeDays: {} };
  return {
    bases: { charges: prorated },
    amounts: {},
    days: Number(service.days.n),
    activeDays: { charges: service.active },
  };
}

/** The other reading: only the days on which the service was used are in the base. */
function usedOnly(input: Input): Based {
  const days = count(input, "days_in_month", "days", "active_days");
  return { bases: { charges: prorated }, amounts: {}, days, activeDays: { charges: amount(input, "used_days") } };
}

function floorsOf(input: Input): readonly Limit[] {
  const floors: Limit[] = [];
  if (has(input, "minimum_issue")) {
    const below = meaning(input, "below_minimum", [
      [/drop|lapse|none|zero|not_issued/, "lapses"],
      [/raise|lift|round_up/, "raised"],
    ] as const);
    floors.push({ kind: "at least", minimum: amount(input, "minimum_issue"), below });
  }
  if (has(input, "floor_if_below"))
    floors.push({ kind: "at least", minimum: amount(input, "floor_if_below"), below: "raised" });
  return floors;
}

/** A claim until the end of so many billing months after that of the incident; without one none is needed. */
function claimOf(input: Input): { readonly inTime: boolean; readonly told: Answer } {
  if (!has(input, "claim_received")) return { inTime: true, told: {} };
  const month = readDay(`${word(input, has(input, "incident_month") ? "incident_month" : "month").slice(0, 7)}-01`);
  if (month === null) throw withoutWord(["incident_month", "month"]);
  const cycles = { kind: "months", count: count(input, "claim_deadline_cycles") + 1 } as const;
  const inTime = day(input, "claim_received") <= claimEnds(cycles, month);
  return { inTime, told: { eligible: inTime, reason: inTime ? null : "late_claim" } };
}
