import type { Period, Result } from "../engine/period/result.ts";
import { periodLabel } from "../engine/report/words/period.ts";
import { addDays, type Day } from "../engine/time/civil.ts";
import { wallAt } from "../engine/time/zone.ts";
import type { ContractFile } from "./contract-files.ts";
import { creditRuns } from "./credit-runs.ts";
import { evaluateContract } from "./evaluate.ts";
import { type Job, jobUnder } from "./job.ts";
import type { ReadyJob } from "./run-job.ts";
import { changedContract } from "./whatif-change.ts";
import { type ComparedCredit, comparedCredits } from "./whatif-credits.ts";
import { type ComparedLevel, comparedLevel } from "./whatif-level.ts";

/** A contract as it is beside the contract as changed, over the same records. */
export interface WhatIf {
  readonly contract: string;
  /** The changes as files have them. */
  readonly changes: readonly ContractFile[];
  readonly months: readonly ComparedMonth[];
}

export interface ComparedMonth {
  readonly period: string;
  readonly label: string;
  /** Every service level, also those that are the same. */
  readonly levels: readonly ComparedLevel[];
  /** The credits of every plan, where the month is one of a plan. */
  readonly credits: readonly ComparedCredit[];
}

/** Evaluates the contract twice over some periods, as it is and as changed; the change holds for all their records. */
export function whatIf({ job }: ReadyJob, periods: readonly Period[], changes: readonly ContractFile[]): WhatIf {
  const changed = jobUnder(job, changedContract(job.document, changes, dayWithin(job, periods)));
  const [before, after] = [resultsOf(job, periods), resultsOf(changed, periods)];
  const last = periods.at(-1);
  const [owed, wouldBe] = last ? [creditRuns(job, last), creditRuns(changed, last)] : [[], []];
  return {
    contract: job.document.contract.title,
    changes,
    months: periods.map((period) => ({
      period: period.id,
      label: periodLabel(period.id),
      levels: comparedLevels(before.get(period) ?? [], after.get(period) ?? []),
      credits: comparedCredits(owed, wouldBe, period),
    })),
  };
}

/** The last day of the periods: the text in force then is the one that the change must fit. */
function dayWithin({ zone, document }: Job, periods: readonly Period[]): Day {
  const last = periods.at(-1);
  const end = last === undefined ? document.contract.until : addDays(wallAt(zone, last.end).day, -1);
  return end < document.contract.until ? end : document.contract.until;
}

/** The results of each period; those under one version of the contract are found together, once. */
function resultsOf(job: Job, periods: readonly Period[]): ReadonlyMap<Period, readonly Result[]> {
  const byPeriod = new Map<Period, readonly Result[]>();
  const worldOf = ({ start }: Period) => job.worldAt(wallAt(job.zone, start).day);
  for (const [world, [first, ...more]] of Map.groupBy(periods, worldOf)) {
    if (first === undefined) continue;
    const results = evaluateContract(job, world, { start: first.start, end: (more.at(-1) ?? first).end });
    for (const own of [first, ...more])
      byPeriod.set(
        own,
        results.filter(({ period }) => own.start < period.end && period.end <= own.end),
      );
  }
  return byPeriod;
}

/** Levels in the order of the contract as it is, then those that only the changed one has. */
function comparedLevels(before: readonly Result[], after: readonly Result[]): readonly ComparedLevel[] {
  const [old, changed] = [new Map(before.map(named)), new Map(after.map(named))];
  const names = [...new Set([...old.keys(), ...changed.keys()])];
  return names.flatMap((name) => comparedLevel(old.get(name) ?? null, changed.get(name) ?? null) ?? []);
}

const named = (result: Result): readonly [string, Result] => {
  const { level, group, period } = result;
  return [JSON.stringify([level.agreement, level.id, group, period.id]), result];
};
