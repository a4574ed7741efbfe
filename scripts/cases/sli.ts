import type { Mark } from "../../src/engine/agreement/quantity.ts";
import { apdex, type Served, servedWithin } from "../../src/engine/measure/arithmetic/apdex.ts";
import { attainment } from "../../src/engine/measure/arithmetic/attainment.ts";
import { type BudgetMethod, budgetUsed, shareBy } from "../../src/engine/measure/arithmetic/budget-methods.ts";
import { budgetConsumed, burnRate, burnRateFactor, lastsFor } from "../../src/engine/measure/arithmetic/burn-rate.ts";
import { allowedDowntime, errorBudget } from "../../src/engine/measure/arithmetic/error-budget.ts";
import { type PercentileMethod, percentile } from "../../src/engine/measure/arithmetic/percentile.ts";
import { validRatio } from "../../src/engine/measure/arithmetic/valid-ratio.ts";
import { compare, minus, one, times, zero } from "../../src/engine/number/fraction.ts";
import { asPercent, exact, inMinutes, percent, shown } from "./numbers.ts";
import { differences, type Outcome } from "./outcome.ts";

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly input: never;
  readonly expect: Readonly<Record<string, unknown>>;
  readonly tolerance?: number | null;
}

type Answer = Readonly<Record<string, unknown>>;

/** Runs one case of sli.json: its kind names what the engine is asked. */
export function runSliCase(one: Case): Outcome {
  const ask = kinds[one.kind];
  if (!ask)
    return { id: one.id, setAside: null, differences: [{ what: "kind", expected: one.kind, got: "not known" }] };
  return {
    id: one.id,
    setAside: null,
    differences: differences(one.expect, ask(one.input), { tolerance: one.tolerance ?? undefined }),
  };
}

const kinds: Readonly<Record<string, (input: never) => Answer>> = {
  ratio,
  ratio_series: ratioSeries,
  burn_rate: burn,
  burn_rate_factor: ({ budget_percent, window_hours, period_hours }: Numbers) => ({
    factor: shown(burnRateFactor(percent(budget_percent), exact(window_hours), exact(period_hours))),
  }),
  budget_consumed: ({ burn_rate, window_hours, period_hours }: Numbers) => ({
    consumed_percent: asPercent(budgetConsumed(exact(burn_rate), exact(window_hours), exact(period_hours))),
  }),
  error_budget: ({ objective_percent }: Numbers) => ({
    error_budget_percent: asPercent(allowedDowntime(percent(objective_percent), one)),
  }),
  percentile: percentileOf,
  threshold,
  apdex: apdexOf,
};

type Numbers = Readonly<Record<string, number>>;

interface Ratio {
  readonly good: number | null;
  readonly bad: number | null;
  readonly goal: number;
  readonly min_valid_events?: number;
  readonly window_seconds?: number;
  readonly burn_threshold?: number;
}

function ratio({ good, bad, goal, min_valid_events, window_seconds, burn_threshold }: Ratio): Answer {
  const sli = validRatio(good, bad, min_valid_events);
  if (sli === null) return { valid: false, sli: null };
  const target = exact(goal);
  const window = exact(window_seconds ?? 0);
  const lost = times(minus(one, sli), window);
  const budget = errorBudget({ target, good: times(sli, window), bad: lost, remaining: zero }, "whole period");
  const rate = burnRate(minus(one, sli), target);
  return {
    valid: true,
    sli: shown(sli),
    gap: shown(minus(sli, target)),
    budget_target: shown(allowedDowntime(target, one)),
    budget_used_ratio: shown(budgetUsed(sli, target)),
    burn_rate: shown(rate),
    budget_minutes: inMinutes(budget.whole),
    error_minutes: inMinutes(budget.used),
    remaining_minutes: inMinutes(budget.left),
    alert: rate !== null && burn_threshold !== undefined && compare(rate, exact(burn_threshold)) > 0,
  };
}

interface Series {
  readonly good: readonly number[];
  readonly valid: readonly number[];
  readonly target: number;
  readonly slice_target?: number;
  readonly method: string;
}

function ratioSeries({ good, valid, target, slice_target, method }: Series): Answer {
  const slices = valid.map((all, index) => ({ good: exact(good[index] ?? 0), valid: exact(all) }));
  const share = shareBy(method.replaceAll("_", " ") as BudgetMethod, slices, exact(slice_target ?? target));
  return { sli: shown(share), budget_used_ratio: share && shown(budgetUsed(share, exact(target))) };
}

function burn({ target, error_rate, period_hours }: Numbers): Answer {
  const rate = burnRate(exact(error_rate), exact(target));
  return { burn_rate: shown(rate), hours_to_exhaustion: rate && shown(lastsFor(rate, exact(period_hours))) };
}

const methods: Readonly<Record<string, PercentileMethod>> = {
  nearest_rank: "nearest rank",
  linear: "linear",
  linear_inclusive: "linear",
  linear_exclusive: "linear exclusive",
};

function percentileOf({ values, p, method }: { values: readonly number[]; p: number; method: string }): Answer {
  const named = methods[method];
  if (!named) throw new Error(`no percentile method ${method}`);
  return { value: shown(percentile(values.map(exact), percent(p), named)) };
}

const directions: Readonly<Record<string, Mark["direction"]>> = {
  "<=": "at most",
  "<": "less than",
  ">=": "at least",
  ">": "more than",
};

interface Threshold {
  readonly values: readonly number[];
  readonly limit: number;
  readonly comparison: string;
  readonly target: number;
}

function threshold({ values, limit, comparison, target }: Threshold): Answer {
  const direction = directions[comparison];
  if (!direction) throw new Error(`no comparison ${comparison}`);
  const mark: Mark = { direction, quantity: { unit: "number", value: exact(limit) } };
  const held = attainment(values.map(exact), mark, exact(target));
  return {
    good: held.good,
    total: held.total,
    attainment: shown(held.share),
    met: held.met,
    allowed_misses: held.allowedMisses,
    misses: held.misses,
    misses_left: held.missesLeft,
  };
}

type Apdex = Served & { readonly samples_ms?: readonly number[]; readonly t_ms?: number };

function apdexOf({ samples_ms, t_ms, ...served }: Apdex): Answer {
  const counts = samples_ms ? servedWithin(samples_ms.map(exact), exact(t_ms ?? 0)) : served;
  return { ...counts, apdex: shown(apdex(counts)) };
}
