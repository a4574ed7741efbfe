import { fraction, one } from "../../number/fraction.ts";
import { duration, shift } from "../../time/instant.ts";
import { type Span, span, subtract, unite } from "../../time/span.ts";
import type { MeasureInput } from "../input.ts";
import { ratio } from "../tally.ts";
import type { Lane } from "./lane.ts";
import type { Lanes } from "./lanes.ts";
import type { TimeFigure } from "./time-figure.ts";

/**
 * The share of slots (of 5 minutes, say) without downtime. Slots count from the start of the period; one that touches
 * downtime is bad, one that touches unknown time and no downtime is not known, one without service time is left out.
 */
export function slotFigure({ level, span: period }: MeasureInput, { lanes }: Lanes): TimeFigure {
  const length = level.slot?.kind === "time" ? level.slot.seconds : 0;
  const slots = length > 0 ? slotsOf(period, length) : [];
  const counts = lanes.map((lane) => countOf(lane, slots));
  const total = (pick: (count: SlotCount) => number): number => counts.reduce((sum, count) => sum + pick(count), 0);
  const [all, bad, unknown] = [total((c) => c.all), total((c) => c.bad), total((c) => c.unknown)];
  const known = all - unknown;
  const [low, high] = [ratio(all - bad - unknown, all), ratio(all - bad, all)];
  return {
    figure: ratio(known - bad, known),
    part: fraction(known - bad),
    whole: fraction(known),
    bounds: low && high && { low, high },
    completeness: ratio(known, all) ?? one,
    raw: rawOf(
      total((c) => c.open) - unknown,
      total((c) => c.rawBad),
    ),
  };
}

const rawOf = (whole: number, bad: number): TimeFigure["raw"] => ({
  figure: ratio(Math.max(whole - bad, 0), Math.max(whole, 0)),
  part: fraction(Math.max(whole - bad, 0)),
  whole: fraction(Math.max(whole, 0)),
});

interface SlotCount {
  readonly open: number;
  readonly all: number;
  readonly bad: number;
  readonly unknown: number;
  readonly rawBad: number;
}

export function slotsOf(period: Span, length: number): Span[] {
  const slots: Span[] = [];
  for (let start = period.start; start < period.end; start = shift(start, duration(length))) {
    const end = Math.min(start + length, period.end) as Span["end"];
    const slot = span(start, end);
    if (slot) slots.push(slot);
  }
  return slots;
}

function countOf(lane: Lane, slots: readonly Span[]): SlotCount {
  const gone = unite([...lane.agreed, ...lane.relieved]);
  const touched = (spans: readonly Span[]): Set<number> => touchedBy(slots, unite(spans));
  const [open, down, unknown] = [touched(lane.scheduled), touched(lane.down), touched(lane.unknown)];
  // A slot that lies in agreed or relieved time as a whole is left out.
  const left = touched(subtract(lane.scheduled, gone));
  return {
    open: open.size,
    all: left.size,
    bad: [...left].filter((index) => down.has(index)).length,
    unknown: [...left].filter((index) => unknown.has(index) && !down.has(index)).length,
    rawBad: touched(lane.rawDown).size,
  };
}

/** Indexes of the slots that have anything in common with the spans; both sorted. */
function touchedBy(slots: readonly Span[], spans: readonly Span[]): Set<number> {
  const touched = new Set<number>();
  let index = 0;
  for (const each of spans) {
    while (index < slots.length && (slots[index] as Span).end <= each.start) index += 1;
    for (let i = index; i < slots.length && (slots[i] as Span).start < each.end; i += 1) touched.add(i);
  }
  return touched;
}
