import type { LevelTerms } from "../src/engine/agreement/terms.ts";
import { canBatch } from "../src/engine/batch/can-batch.ts";
import { type Columns, compileColumns } from "../src/engine/batch/columns.ts";
import { type Counts, evaluateColumns } from "../src/engine/batch/evaluate-columns.ts";
import { clockReader } from "../src/engine/measure/clock-reader.ts";
import { contract, story } from "../src/engine/measure/fixture/story.ts";
import { measure } from "../src/engine/measure/measure.ts";
import { duration, instant } from "../src/engine/time/instant.ts";
import { mustEqual, once, secondsOf } from "./clocking.ts";
import { atMost, type Row } from "./row.ts";
import { calendars, four, levelsOf, months } from "./terms.ts";
import { tickets, year } from "./tickets.ts";

const knownUntil = instant(year.end);

export const evaluated = (columns: Columns, levels: readonly LevelTerms[]): Counts =>
  evaluateColumns(columns, { levels, periods: months, calendars, knownUntil });

/** The year of tickets as columns. */
export function columnsOf(count: number): Columns {
  const columns = compileColumns(tickets(count, 1), ["priority"]);
  if (columns.plainOnly.length > 0) throw new Error("a ticket of the benchmark is not for columns");
  return columns;
}

/** Evaluation alone against the plain sum of the time column, and against the plain engine over a sample. */
export function benchLevels(columns: Columns, sample: number): Row[] {
  const levels = levelsOf(10, four);
  if (!levels.every((level) => canBatch(level, contract)))
    throw new Error("a level of the benchmark is not for columns");
  const { count } = columns;
  const first = once(() => evaluated(columns, levels));
  const batch = secondsOf(() => evaluated(columns, levels));
  const sum = secondsOf(() => {
    if (sumOf(columns.happened) < 0) throw new Error("no sum");
  });
  const plain = (plainOf(sample, levels) * count) / sample;
  const one = secondsOf(() => evaluated(columns, redefined(levels)));
  const sums = "times the plain sum of the time column";
  const each = (seconds: number): string =>
    `${Math.round((seconds * 1e9) / count)} ns a ticket, the sum ${((sum * 1e9) / count).toFixed(1)}`;
  return [
    {
      what: `Evaluation alone, 10 levels over 4 calendars, one thread: ${sums}`,
      goal: atMost(60),
      seen: batch / sum,
      note: `${each(batch)}; the first time, when the shapes of the records are found, ${Math.round((first * 1e9) / count)}`,
    },
    { what: `What-if, one level redefined over the year: ${sums}`, goal: atMost(15), seen: one / sum, note: each(one) },
    {
      what: `What-if, a changed target alone: ${sums}`,
      goal: atMost(3),
      seen: one / sum,
      note: "no durations are kept: the level is evaluated again",
    },
    {
      what: "10 levels by columns, against the plain engine",
      goal: null,
      seen: plain / batch,
      note: `plain measured on ${sample} tickets and scaled up`,
    },
  ];
}

/** One resolution level with another target, other pauses and another calendar. */
function redefined(levels: readonly LevelTerms[]): LevelTerms[] {
  return levels.slice(0, 1).map((level) => {
    if (level.clock === null) return level;
    const within = { kind: "time", seconds: duration(5 * 3600) } as const;
    const rows = { ...level.clock.rows, P1: { within, calendar: "london", clause: null } };
    return { ...level, clock: { ...level.clock, pauses: [], rows } };
  });
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
