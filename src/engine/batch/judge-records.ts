import { blockSlots, noBlock } from "./block.ts";
import { judgeBlock } from "./judge-block.ts";
import { type Case, judgePhases, noShown, type Shown, showRows } from "./judge-phases.ts";
import { judgeShape } from "./judge-shape.ts";
import { noPhases, type Phases, phasesOf } from "./phases.ts";
import type { ClockClass } from "./plan.ts";
import { tellCells } from "./ranks.ts";
import { readBlock } from "./read-block.ts";
import { periodAt, type Run } from "./run.ts";
import { settleBlock } from "./settle-block.ts";
import type { Shapes } from "./shapes.ts";
import { traceOf } from "./trace.ts";

/** Room for the records whose life needs a closer look, kept from one to the next. */
interface Desk {
  readonly phases: Phases;
  shown: Shown;
  readonly until: number;
}

/** Judges the records of the columns for all levels at once, into the counters: shape by shape, and what is left. */
export function judgeRecords(run: Run, { shapes, rest }: Shapes): void {
  const { columns, periods, base, counters, levels, plan } = run;
  const desk: Desk = { phases: noPhases(), shown: noShown(64), until: (periods.ends.at(-1) as number) + base };
  const block = noBlock(plan, columns.fields.length);
  const all = (1 << plan.courses) - 1;
  const left = new Int16Array(columns.count);
  for (const record of rest) left[record] = all;
  for (const shape of shapes) {
    const trace = traceOf(plan, shape);
    for (let from = 0; from < shape.count; from += blockSlots) judgeShape(run, { block, left }, { shape, trace, from });
    lookCloserAt(run, desk);
  }
  const records = recordsIn(left);
  for (let first = 0; first < records.length; ) {
    first = readBlock(run, block, { records, first, left, until: desk.until });
    settleBlock(run, block);
    judgeBlock(run, block);
    lookCloserAt(run, desk);
    for (let i = 0; i < block.odd.count; i += 1) {
      const record = block.odd.all[i] as number;
      lookAtAll(run, desk, { record, courses: left[record] as number });
    }
  }
  tellCells(run.ranks, { counters, levels });
}

/** The records of which something is asked, in order. */
function recordsIn(left: Int16Array): Int32Array {
  const records = new Int32Array(left.length);
  let count = 0;
  for (let from = 0; from < left.length; from += share) count = addRecords(left, records, { from, count });
  return records.subarray(0, count);
}

/** A function that is called often is compiled once and for all, a long loop anew each time. */
const share = 1024;

function addRecords(
  left: Int16Array,
  records: Int32Array,
  of: { readonly from: number; readonly count: number },
): number {
  const end = Math.min(of.from + share, left.length);
  let { count } = of;
  for (let record = of.from; record < end; record += 1) {
    records[count] = record;
    count += left[record] === 0 ? 0 : 1;
  }
  return count;
}

function lookCloserAt(run: Run, desk: Desk): void {
  const { closer, plan } = run;
  for (let i = 0; i < closer.length; i += 3) {
    const place = { record: closer[i] as number, period: closer[i + 2] as number };
    lookCloser(run, desk, { ...place, clock: plan.classes[closer[i + 1] as number] as ClockClass });
  }
  closer.length = 0;
}

function lookAtAll(
  run: Run,
  desk: Desk,
  { record, courses }: { readonly record: number; readonly courses: number },
): void {
  const { columns, base, plan } = run;
  const period = periodAt(run, (columns.happened[columns.offsets[record] as number] as number) - base);
  for (const clock of plan.classes) {
    if (((courses >>> clock.course) & 1) === 1) lookCloser(run, desk, { record, clock, period });
  }
}

/** Judges a record by its phases, from a period on. */
function lookCloser(run: Run, desk: Desk, of: { record: number; clock: ClockClass; period: number }): void {
  const { happened, offsets } = run.columns;
  const { record, clock, period } = of;
  const { phases, until } = desk;
  const first = offsets[record] as number;
  let end = offsets[record + 1] as number;
  while (end > first && (happened[end - 1] as number) >= until) end -= 1;
  phasesOf(run, { first, end, course: clock.course, field: clock.field }, phases);
  phases.start[phases.count] = run.periods.ends.at(-1) as number;
  if (desk.shown.count < phases.count) desk.shown = noShown(phases.count * 2);
  const at: Case = { run, record, clock, phases, shown: desk.shown, period };
  showRows(at);
  for (let member = 0; member < clock.levels.length; member += 1) judgePhases(at, member);
}
