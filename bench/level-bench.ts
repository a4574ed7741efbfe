import type { LevelTerms } from "../src/engine/agreement/terms.ts";
import { canBatch } from "../src/engine/batch/can-batch.ts";
import { type Columns, compileColumns } from "../src/engine/batch/columns.ts";
import { type Counts, evaluateColumns } from "../src/engine/batch/evaluate-columns.ts";
import { clockReader } from "../src/engine/measure/clock-reader.ts";
import { contract, story } from "../src/engine/measure/fixture/story.ts";
import { measure } from "../src/engine/measure/measure.ts";
import { instant } from "../src/engine/time/instant.ts";
import { mustEqual, once, secondsOf } from "./clocking.ts";
import { calendars, levelsOf, months } from "./terms.ts";
import { tickets, year } from "./tickets.ts";

export const all = ["berlin", "london", "york", "always"];
const knownUntil = instant(year.end);

export const evaluated = (columns: Columns, levels: readonly LevelTerms[]): Counts =>
  evaluateColumns(columns, { levels, periods: months, calendars, knownUntil });

/** Batch over all tickets, the plain engine over a sample of them, and the plain sum of the time column. */
export function benchLevels(count: number, sample: number) {
  const levels = levelsOf(10, all);
  if (!levels.every((level) => canBatch(level, contract)))
    throw new Error("a level of the benchmark is not for columns");
  let columns = compileColumns([], ["priority"]);
  const compile = once(() => {
    columns = compileColumns(tickets(count, 1), ["priority"]);
  });
  if (columns.plainOnly.length > 0) throw new Error("a ticket of the benchmark is not for columns");
  const batch = secondsOf(() => evaluated(columns, levels));
  const sum = secondsOf(() => {
    if (sumOf(columns.happened) < 0) throw new Error("no sum");
  });
  return {
    columns,
    events: columns.happened.length,
    compile,
    batch,
    sum,
    plain: (plainOf(sample, levels) * count) / sample,
  };
}

/** The plain loop over one typed array that evaluation is held against. */
function sumOf(numbers: Float64Array): number {
  let total = 0;
  for (let i = 0; i < numbers.length; i += 1) total += numbers[i] as number;
  return total;
}

/** Seconds of the plain engine over a sample, which must count what columns count of the same tickets. */
function plainOf(sample: number, levels: readonly LevelTerms[]): number {
  const facts = [...tickets(sample, 1)];
  const counted: number[][] = [];
  const seconds = once(() => {
    for (const level of levels) {
      const clocks = clockReader({ contract, calendars, zones: new Map(), versions: [level] });
      for (const span of months) {
        const { items } = measure(story(level, facts, { calendars, span, knownUntil, clocks })).value;
        const judged = items.filter((item) => item.counted);
        counted.push([judged.filter(({ good }) => good).length, judged.filter(({ good }) => !good).length]);
      }
    }
  });
  const { inTime, late, lateByChange } = evaluated(compileColumns(facts, ["priority"]), levels);
  const batch = counted.map((_, i) => [inTime[i], (late[i] as number) + (lateByChange[i] as number)]);
  mustEqual("counts of the plain engine and of columns", counted, batch);
  return seconds;
}

/** Nanoseconds a ticket by number of tickets, of levels and of calendars. */
export function benchGrowth(columns: Columns, sizes: readonly number[]) {
  const perTicket = (of: Columns, levels: readonly LevelTerms[]): number =>
    (secondsOf(() => evaluated(of, levels)) * 1e9) / of.count;
  return {
    tickets: sizes.map((size) => [size, perTicket(compileColumns(tickets(size, 1), ["priority"]), levelsOf(10, all))]),
    levels: [1, 5, 10, 20].map((count) => [count, perTicket(columns, levelsOf(count, all))]),
    calendars: [1, 2, 4].map((count) => [count, perTicket(columns, levelsOf(16, all.slice(0, count)))]),
  };
}
