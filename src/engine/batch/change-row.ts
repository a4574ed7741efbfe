import { isCancelled, running } from "./moves.ts";
import { notCloser, type Run } from "./run.ts";
import { workedAt } from "./service-table.ts";

/** In place of an instant: other things happen in the same second. */
export const together = -1;

interface Change {
  readonly field: number;
  readonly code: number;
  readonly at: number;
}

/**
 * Lets a field take another value. A clock that goes on and is late by neither row is ruled by the new one from then
 * on; the phases of all others that the field rules must be told apart.
 */
export function changeRow(run: Run, change: Change): void {
  const { now, ranks } = run;
  const before = now.codes[change.field] as number;
  for (let index = 0; index < now.closerFrom.length; index += 1) {
    if (ranks.heads[4 * index + 2] !== change.field || now.closerFrom[index] !== notCloser) continue;
    const course = ranks.heads[4 * index] as number;
    const goesOn = ((now.status >>> course) & 1) === 0 && !isCancelled(now.status, course);
    const isSure = goesOn && change.at !== together && now.rank[index] === 0;
    if (isSure && isInTime(run, change, { index, code: before }) && isInTime(run, change, { index, code: change.code }))
      continue;
    now.closerFrom[index] = now.period;
  }
  now.codes[change.field] = change.code;
}

/** True where the row that a value picks has no member that is late by now. */
function isInTime(
  run: Run,
  { at }: Change,
  { index, code }: { readonly index: number; readonly code: number },
): boolean {
  const { now, columns, plan } = run;
  const { heads, rowAt, rows } = run.ranks;
  const row = rowAt[index * columns.values.length + code] as number;
  if (row < 0) return false;
  const runs = (running(now.status) >>> (heads[4 * index] as number)) & 1;
  const since = runs === 1 ? workedAt(plan.table, rows[row + 1] as number, at) : 0;
  return (now.elapsed[rows[row] as number] as number) + since <= (rows[row + 4] as number);
}
