import { isCancelled, running, stopped } from "./moves.ts";
import { closer, ranked, rankedCount } from "./ranks.ts";
import { notCloser, type Run, selectedBy, unsure } from "./run.ts";

/** Judges the periods that end at or before an instant at which something happens; gives the end of the next one. */
export function closePeriods(run: Run, at: number): number {
  const { periods, now } = run;
  while ((periods.ends[now.period] as number) <= at) {
    if (periods.ends[now.period] === at) lookCloserFrom(run);
    judgePeriod(run);
    beginNext(run);
  }
  return periods.ends[now.period] as number;
}

/** Judges the period in which the last event happened, and those after it as long as a clock runs on. */
export function closeAll(run: Run): void {
  const { periods, now } = run;
  while (judgePeriod(run) && now.period + 1 < periods.ends.length) beginNext(run);
}

function beginNext(run: Run): void {
  const { periods, now } = run;
  const end = periods.ends[now.period];
  now.period += 1;
  if (periods.starts[now.period] !== end) lookCloserFrom(run);
}

/** From the period at hand on the phases of every clock are told apart. */
export function lookCloserFrom({ now }: Run): void {
  const { closerFrom } = now;
  for (let i = 0; i < closerFrom.length; i += 1) closerFrom[i] = Math.min(closerFrom[i] as number, now.period);
}

/** Judges the period at hand by the registers; true where a clock goes on after it. */
function judgePeriod(run: Run): boolean {
  const { now, periods, endWorked } = run;
  const { heads, rowAt, rows, cells, slots } = run.ranks;
  const { closerFrom, rank, stoppedAt, codes, elapsed, period, status } = now;
  const { calendars } = run.plan.table;
  const values = run.columns.values.length;
  const start = periods.starts[period] as number;
  const selected = selectedBy(run);
  const stops = stopped(status);
  const runs = running(status);
  let goesOn = false;
  for (let index = 0; index < closerFrom.length; index += 1) {
    const course = heads[4 * index] as number;
    if (closerFrom[index] !== notCloser || ((now.courses >>> course) & 1) === 0) continue;
    const isStopped = (stops >>> course) & 1;
    if (isStopped !== 0 && (stoppedAt[course] as number) < start) continue;
    if (((selected >>> (heads[4 * index + 1] as number)) & 1) === 0) continue;
    const row =
      selected === unsure
        ? closer
        : (rowAt[index * values + (codes[heads[4 * index + 2] as number] as number)] as number);
    if (row === closer) closerFrom[index] = period;
    if (row < 0) continue;
    const isRunning = (runs >>> course) & 1;
    const since = isRunning !== 0 ? (endWorked[period * calendars + (rows[row + 1] as number)] as number) : 0;
    const seconds = (elapsed[rows[row] as number] as number) + since;
    const limits = rows[row + 3] as number;
    let late = 0;
    for (let i = 4; i < limits + 4; i += 1) late += ((rows[row + i] as number) - seconds) >>> 31;
    const kind = isStopped !== 0 ? ranked.inTime : isCancelled(status, course) ? ranked.nothing : ranked.running;
    const ranks = (rank[index] as number) * (limits + 1) + late;
    const cell = (rows[row + 2] as number) + ranks * slots + period * rankedCount + kind;
    cells[cell] = (cells[cell] as number) + 1;
    rank[index] = late;
    if (late < limits && isStopped === 0) goesOn = true;
  }
  return goesOn;
}
