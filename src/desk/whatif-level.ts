import type { Verdict } from "../engine/agreement/words.ts";
import type { Item } from "../engine/measure/measurement.ts";
import type { Result } from "../engine/period/result.ts";
import { resultFigure } from "../engine/report/figure-line.ts";
import { sizeOf } from "../engine/report/population.ts";
import type { FigureLine } from "../engine/report/report.ts";
import { type FlippedRecord, flips } from "./whatif-flips.ts";

/** A service level of one period, before and after a change. */
export interface ComparedLevel {
  readonly agreement: string;
  readonly level: string;
  readonly title: string;
  readonly group: string | null;
  /** The level's own period, where it is not the month. */
  readonly period: string;
  readonly isSame: boolean;
  /** Null where the contract has no such figure on that side. */
  readonly before: Side | null;
  readonly after: Side | null;
  readonly flips: readonly FlippedRecord[];
}

export interface Side {
  readonly figure: FigureLine;
  readonly verdict: Verdict;
  /** Null where records are not counted one by one as good or not. */
  readonly misses: number | null;
}

/** What a change does to one result; null where there is neither. */
export function comparedLevel(old: Result | null, changed: Result | null): ComparedLevel | null {
  const one = changed ?? old;
  if (one === null) return null;
  const [before, after] = [old && sideOf(old), changed && sideOf(changed)];
  const flipped = flips(recordsOf(old), recordsOf(changed));
  return {
    agreement: one.level.agreement,
    level: one.level.id,
    title: one.level.title,
    group: one.group,
    period: one.period.id,
    isSame: flipped.length === 0 && JSON.stringify(before) === JSON.stringify(after),
    before,
    after,
    flips: flipped,
  };
}

const sideOf = (result: Result): Side => ({
  figure: resultFigure(result),
  verdict: result.verdict,
  misses: missesOf(result),
});

/** The parts of a score are service levels, not records. */
const recordsOf = (result: Result | null): readonly Item[] =>
  result === null || result.level.measure === "score" ? [] : result.measurement.items;

function missesOf(result: Result): number | null {
  const items = recordsOf(result);
  if (result.measurement.time !== null || !items.some(isJudged)) return null;
  return items.filter(({ counted, good }) => counted && good === false).reduce((sum, item) => sum + sizeOf(item), 0);
}

const isJudged = ({ counted, good }: Item): boolean => counted && good !== null;
