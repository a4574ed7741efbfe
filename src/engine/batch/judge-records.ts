import { type Block, blockSlots, hasRoom, type Left, leave, noBlock, noLeft } from "./block.ts";
import { judgeBlock } from "./judge-block.ts";
import { type Case, judgePhases, noShown, type Shown, showRows } from "./judge-phases.ts";
import { judgeShape, traceOf } from "./judge-shape.ts";
import { noPhases, type Phases, phasesOf } from "./phases.ts";
import type { ClockClass } from "./plan.ts";
import { tellCells } from "./ranks.ts";
import { readBlock } from "./read-block.ts";
import { periodAt, type Run } from "./run.ts";
import { settleBlock } from "./settle-block.ts";
import { shapesOf } from "./shapes.ts";

/** Room for the records whose life needs a closer look, kept from one to the next. */
interface Desk {
  readonly phases: Phases;
  shown: Shown;
  readonly until: number;
}

/** Judges the records of the columns for all levels at once, into the counters: shape by shape, and what is left. */
export function judgeRecords(run: Run): void {
  const { columns, periods, base, counters, levels, plan } = run;
  const desk: Desk = { phases: noPhases(), shown: noShown(64), until: (periods.ends.at(-1) as number) + base };
  const block = noBlock(plan, columns.fields.length);
  const left = noLeft();
  const { shapes, rest } = shapesOf(columns, base);
  for (const shape of shapes) {
    const trace = traceOf(plan, shape);
    for (let from = 0; from < shape.count; from += blockSlots) {
      if (!hasRoom(left)) judgeLeft(run, { block, left }, desk);
      judgeShape(run, { block, left }, { shape, trace, from });
    }
  }
  for (let i = 0; i < rest.length; i += 1) {
    if (!hasRoom(left)) judgeLeft(run, { block, left }, desk);
    leave(left, rest[i] as number, (1 << plan.courses) - 1);
  }
  judgeLeft(run, { block, left }, desk);
  tellCells(run.ranks, { counters, levels });
}

/** Judges what is left, block by block. */
function judgeLeft(run: Run, { block, left }: { readonly block: Block; readonly left: Left }, desk: Desk): void {
  const { plan, closer } = run;
  for (let first = 0; first < left.count; ) {
    first = readBlock(run, block, { left, first, until: desk.until });
    settleBlock(run, block);
    judgeBlock(run, block);
    for (let i = 0; i < closer.length; i += 3) {
      const place = { record: closer[i] as number, period: closer[i + 2] as number };
      lookCloser(run, desk, { ...place, clock: plan.classes[closer[i + 1] as number] as ClockClass });
    }
    closer.length = 0;
    for (let i = 0; i < block.odd.count; i += 1) lookAtAll(run, desk, { left, index: block.odd.all[i] as number });
  }
  left.count = 0;
}

function lookAtAll(run: Run, desk: Desk, { left, index }: { readonly left: Left; readonly index: number }): void {
  const { columns, base, plan } = run;
  const record = left.records[index] as number;
  const period = periodAt(run, (columns.happened[columns.offsets[record] as number] as number) - base);
  for (const clock of plan.classes) {
    if ((((left.courses[index] as number) >>> clock.course) & 1) === 1) lookCloser(run, desk, { record, clock, period });
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
