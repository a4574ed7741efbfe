import type { Quantity } from "../../src/engine/agreement/quantity.ts";
import type { LevelTerms } from "../../src/engine/agreement/terms.ts";
import type { Verdict } from "../../src/engine/agreement/words.ts";
import type { Item, Measurement, TimeShare } from "../../src/engine/measure/measurement.ts";
import { type Fraction, one } from "../../src/engine/number/fraction.ts";
import type { Period, Result } from "../../src/engine/period/result.ts";
import { noSource } from "../../src/engine/source/source.ts";
import { instant } from "../../src/engine/time/instant.ts";
import { readQuantity } from "../../src/wire/agreement/quantity/mark.ts";

/** What a month says of a level: `missed 99.2%`, `met 7m`, `not rated`; with its outages or its records out of time. */
export type Heard =
  | string
  | {
      readonly says: string;
      /** Minutes of one outage from the start of the month, or outages each by its day and hours. */
      readonly down?: number | readonly (readonly [day: number, hours: number])[];
      readonly late?: number;
      readonly of?: number;
    };

export interface Asked {
  readonly level: LevelTerms;
  readonly group: string | null;
  readonly period: Period;
}

/** A result as the corridor would give it; `late` of `of` are records. */
export function resultOf({ level, group, period }: Asked, heard: Heard): Result {
  const told = typeof heard === "string" ? { says: heard } : heard;
  const { verdict, figure } = read(told.says);
  const measurement: Measurement = {
    unit: figure?.unit ?? "share",
    figure: figure?.value ?? null,
    part: null,
    whole: null,
    bounds: null,
    completeness: one,
    raw: { figure: null, part: null, whole: null },
    items: told.late === undefined ? [] : records(told.late, told.of ?? told.late),
    time: told.down === undefined ? null : outagesOf(period, told.down),
    method: null,
  };
  return { level, group, period, measurement, stages: [], verdict, reasons: [], allowance: null, findings: [] };
}

const verdicts: readonly Verdict[] = ["met", "at minimum", "missed", "not rated", "undetermined", "held"];

function read(says: string): { readonly verdict: Verdict; readonly figure: Quantity | null } {
  const verdict = verdicts.find((one) => says === one || says.startsWith(`${one} `));
  if (verdict === undefined) throw new Error(`'${says}' begins with no verdict`);
  const rest = says.slice(verdict.length + 1);
  const figure = rest === "" ? null : readQuantity(rest);
  if (rest !== "" && figure === null) throw new Error(`'${rest}' is no figure`);
  return { verdict, figure };
}

/** Outages of service time around the clock. */
function outagesOf(
  { start, end }: Period,
  down: number | readonly (readonly [day: number, hours: number])[],
): TimeShare {
  const told = typeof down === "number" ? [[1, down / 60] as const] : down;
  const spans = told.map(([day, hours], index) => {
    const at = start + (day - 1) * 86_400;
    return { start: instant(at), end: instant(at + hours * 3600), cause: `outage-${index + 1}`, source: noSource };
  });
  return { scheduled: [{ start, end }], down: spans, agreed: [], relieved: [], unknown: [] };
}

const records = (late: number, of: number): readonly Item[] =>
  Array.from({ length: of }, (_, index) => ({
    record: `R-${index + 1}`,
    source: null,
    counted: true,
    good: index >= late,
    value: null as Fraction | null,
    at: null,
    why: { code: "told", facts: {} },
    relief: null,
    reading: null,
  }));
