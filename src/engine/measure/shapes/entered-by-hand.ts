import type { Found } from "../../finding/finding.ts";
import { finding } from "../../finding/finding.ts";
import { one, over, zero } from "../../number/fraction.ts";
import type { Entered } from "../../record/relief.ts";
import type { MeasureInput } from "../input.ts";
import type { Item, Measurement } from "../measurement.ts";
import { reason } from "../tally.ts";
import { unitOf } from "../unit-of.ts";

/** A figure entered by hand with evidence; of several for one period the last one stands, with a finding. */
export function enteredByHand(input: MeasureInput): Found<Measurement> {
  const { level, period } = input;
  const own = input.entered.filter(
    (each) => each.agreement === level.agreement && each.level === level.id && each.period === period,
  );
  const entered = own.at(-1) ?? null;
  const findings =
    own.length < 2 ? [] : [finding("entered-twice", { source: entered?.source ?? null, facts: { period } })];
  return { value: measured(input, entered), findings };
}

function measured({ level }: MeasureInput, entered: Entered | null): Measurement {
  const figure = entered && entered.whole.n !== 0n ? over(entered.part, entered.whole) : null;
  const [part, whole] = [entered?.part ?? null, entered?.whole ?? null];
  return {
    unit: unitOf(level),
    figure,
    part,
    whole,
    bounds: figure && { low: figure, high: figure },
    completeness: figure ? one : zero,
    raw: { figure, part, whole },
    items: entered ? [itemOf(entered)] : [],
    time: null,
    method: null,
  };
}

function itemOf({ by, evidence, source, part, period }: Entered): Item {
  const why = reason("entered", { by, evidence: evidence.join(", ") });
  return { record: period, source, counted: true, good: true, value: part, at: null, why, relief: null, reading: null };
}
