import { kOfN, parallel, series } from "../../src/engine/measure/arithmetic/composite.ts";
import { allowedDowntime, errorBudget } from "../../src/engine/measure/arithmetic/error-budget.ts";
import { availabilityOf } from "../../src/engine/measure/arithmetic/reliability.ts";
import { validRatio } from "../../src/engine/measure/arithmetic/valid-ratio.ts";
import { type Fraction, minus, one, times, zero } from "../../src/engine/number/fraction.ts";
import { asPercent, days, exact, inHours, inMinutes, percent, shown } from "./numbers.ts";
import { differences, type Outcome } from "./outcome.ts";
import { serviceSli } from "./service-sli.ts";
import { timeline } from "./timeline.ts";

interface Case {
  readonly id: string;
  readonly input: { readonly kind: string };
  readonly expect: Readonly<Record<string, unknown>>;
  readonly tolerance?: number | null;
}

type Answer = Readonly<Record<string, unknown>>;

/** Runs one case of availability.json. What a page published after its own rounding is the source's and not judged. */
export function runAvailabilityCase({ id, input, expect, tolerance }: Case): Outcome {
  const ask = kinds[input.kind];
  if (!ask) return { id, setAside: null, differences: [{ what: "kind", expected: input.kind, got: "not known" }] };
  const judged = Object.fromEntries(Object.entries(expect).filter(([name]) => !isOfTheSource(name)));
  const withheld = Object.keys(expect).filter(isOfTheSource);
  return {
    id,
    setAside: null,
    withheld,
    differences: differences(judged, ask(input as never), { tolerance: tolerance ?? undefined }),
  };
}

const isOfTheSource = (name: string): boolean => name.startsWith("published");

const kinds: Readonly<Record<string, (input: never) => Answer>> = {
  timeline,
  service_sli: serviceSli,
  checks: ({ up, down }: { up: number; down: number }) => ({ uptime_ratio: shown(validRatio(up, down)) }),
  series: ({ components }: Components) => composed(series(components.map(percent))),
  parallel: ({ components }: Components) => composed(parallel(components.map(percent))),
  k_of_n: ({ components, k, required }: Components) =>
    composed(kOfN(components.map(percent), k ?? required ?? components.length)),
  mtbf: ({ mtbf_hours, mttr_hours }: Readonly<Record<"mtbf_hours" | "mttr_hours", number>>) => ({
    availability_percent: asPercent(availabilityOf(exact(mtbf_hours), exact(mttr_hours))),
  }),
  allowed_downtime: ({ slo_percent, period_seconds }: { slo_percent: number; period_seconds: number }) => ({
    allowed_downtime_seconds: shown(allowedDowntime(percent(slo_percent), exact(period_seconds))),
  }),
  budget_minutes: budgetMinutes,
};

interface Components {
  readonly components: readonly number[];
  /** How many of them must be up. */
  readonly k?: number;
  readonly required?: number;
}

const composed = (availability: Fraction): Answer => ({
  availability_percent: asPercent(availability),
  downtime_hours_per_365d: inHours(allowedDowntime(availability, days(365))),
});

interface BudgetMinutes {
  readonly slo_percent: number;
  readonly window_days: number;
  readonly availability_percent: number;
}

function budgetMinutes({ slo_percent, window_days, availability_percent }: BudgetMinutes): Answer {
  const window = days(window_days);
  const availability = percent(availability_percent);
  const lost = times(minus(one, availability), window);
  const budget = { target: percent(slo_percent), good: times(availability, window), bad: lost, remaining: zero };
  const { whole, used, left } = errorBudget(budget, "whole period");
  return { budget_minutes: inMinutes(whole), spent_minutes: inMinutes(used), remaining_minutes: inMinutes(left) };
}
