import type { ContractTerms, LevelTerms } from "../agreement/terms.ts";
import { compare, type Fraction } from "../number/fraction.ts";
import type { Period, Result } from "../period/result.ts";
import { figureLine, resultFigure, showingFor, targetOf } from "./figure-line.ts";
import { missesOf } from "./misses.ts";
import { populationOf } from "./population.ts";
import { expectedText, minimumText } from "./prose/target-prose.ts";
import { writeProse } from "./prose/write-prose.ts";
import type { LevelReport } from "./report.ts";
import { timeLine } from "./time-line.ts";
import { trendOf } from "./trend.ts";
import { verdictReason } from "./verdict-reason.ts";
import { allowedTime } from "./words/duration.ts";
import { figureText, shareText } from "./words/figure.ts";
import { periodLabel } from "./words/period.ts";
import { nameOf, type Place } from "./words/place.ts";

/** What a level is reported with, beside its result. */
export interface LevelSetting extends Place {
  readonly earlier: readonly Result[];
  readonly written: ReadonlySet<string>;
  /** The period of the report; a level may have shorter ones of its own. */
  readonly reported: Period;
}

/** One result as the report shows it. */
export function levelReport(result: Result, setting: LevelSetting): LevelReport {
  const { level, measurement, period } = result;
  const { contract } = setting;
  return {
    ...headOf(result, setting),
    ...figuresOf(result),
    reason: verdictReason(result, setting),
    completeness: shareText(measurement.completeness),
    trend: trendOf(result, setting.earlier),
    prose: writeProse({ level, contract, written: setting.written }),
    population: populationOf(measurement.items, setting),
    ...missesOf(result, setting),
    time: measurement.time && timeLine(measurement.time, period, setting),
  };
}

function headOf(result: Result, { contract, reported }: LevelSetting) {
  const { level, measurement, verdict } = result;
  const direction = targetOf(result).expected?.direction ?? "at least";
  return {
    id: level.id,
    agreement: level.agreement,
    title: level.title,
    clause: level.clause,
    group: groupLabel(result, { contract, reported }),
    unit: measurement.unit,
    better: direction === "at most" || direction === "less than" ? ("lower" as const) : ("higher" as const),
    verdict,
  };
}

/** What is judged apart, and its own period where a level is judged more often than it is reported. */
export function groupLabel(
  { level, group, period }: Pick<Result, "level" | "group" | "period">,
  { contract, reported }: Pick<LevelSetting, "contract" | "reported">,
): string | null {
  return groupOf(group === null ? null : groupName(level, group, contract), period, reported);
}

function groupOf(name: string | null, period: Period, reported: Period): string | null {
  const own = period.id === reported.id ? null : periodLabel(period.id);
  return [name, own].filter((each) => each !== null).join(", ") || null;
}

function groupName({ judgedPer }: LevelTerms, id: string, contract: ContractTerms): string {
  const priority = contract.priorities.find((each) => each.id === id);
  return judgedPer === "priority" && priority ? `${id} ${priority.name}` : nameOf(id, contract);
}

function figuresOf(result: Result) {
  const { level, allowance } = result;
  return {
    figure: resultFigure(result),
    raw: rawLine(result),
    bounds: boundsOf(result),
    expected: expectedText(level, level.target),
    minimum: minimumText(level, level.target),
    allowance: allowance && { allowed: allowance.allowed, misses: allowance.misses },
    stages: stagesOf(result),
  };
}

function rawLine(result: Result): LevelReport["raw"] {
  const { level, measurement } = result;
  const { raw, unit } = measurement;
  const keys = ["figure", "part", "whole"] as const;
  if (keys.every((key) => same(raw[key], measurement[key]))) return null;
  return figureLine(level, unit, { measured: raw, target: targetOf(result) });
}

const same = (a: Fraction | null, b: Fraction | null): boolean =>
  a === null || b === null ? a === b : compare(a, b) === 0;

function boundsOf(result: Result): LevelReport["bounds"] {
  const { bounds, unit } = result.measurement;
  if (bounds === null || compare(bounds.low, bounds.high) === 0) return null;
  const text = (value: Fraction): string => figureText(unit, value, showingFor(result.level, targetOf(result)));
  return { low: text(bounds.low), high: text(bounds.high) };
}

function stagesOf({ level, stages }: Result): LevelReport["stages"] {
  return stages.map(({ stage, measurement, verdict }) => ({
    title: `within ${allowedTime(stage.within)}`,
    figure: figureLine(level, measurement.unit, { measured: measurement, target: stage }),
    expected: expectedText(level, stage) ?? "none",
    verdict,
  }));
}
