import type { Unit } from "../agreement/quantity.ts";
import type { LevelTerms, Target } from "../agreement/terms.ts";
import type { Measurement } from "../measure/measurement.ts";
import { writeDecimal } from "../number/decimal.ts";
import type { Fraction } from "../number/fraction.ts";
import type { Result } from "../period/result.ts";
import type { FigureLine } from "./report.ts";
import { recordWords } from "./words/agreement-words.ts";
import { clockTime } from "./words/duration.ts";
import { chartValue, figureText, type Showing, showingOf } from "./words/figure.ts";
import { counted, group } from "./words/list.ts";

/** A figure made of a part and a whole, as a measurement has it with and without what was taken out. */
export type Measured = Pick<Measurement, "figure" | "part" | "whole">;

/** How the figures of a level are shown, given the target they are held against. */
export const showingFor = (level: LevelTerms, target: Target = level.target): Showing =>
  showingOf(level.rules, [target.expected, target.minimum]);

/** The figure in words, what it is made of, and its size for charts; `no data` where nothing was there to measure. */
export function figureLine(level: LevelTerms, unit: Unit, { measured, target }: Shown): FigureLine {
  const { figure } = measured;
  if (figure === null) return { text: "no data", of: null, value: null };
  return {
    text: figureText(unit, figure, showingFor(level, target)),
    of: madeOf(level, measured),
    value: chartValue(unit, figure),
  };
}

/** The figure of a result, held against the target that decided it. */
export const resultFigure = (result: Result): FigureLine =>
  figureLine(result.level, result.measurement.unit, { measured: result.measurement, target: targetOf(result) });

/** The target a result was judged by: of a staged test, that of the step which decided the verdict. */
export function targetOf({ level, stages, verdict }: Result): Target {
  const [first] = stages;
  return stages.find((stage) => stage.verdict === verdict)?.stage ?? first?.stage ?? level.target;
}

export interface Shown {
  readonly measured: Measured;
  readonly target: Target;
}

/** `412 of 431`, `743:12:04 of 744:00:00`, `22 incidents`; null where the figure is not a ratio. */
function madeOf(level: LevelTerms, { part, whole }: Measured): string | null {
  if (part === null || whole === null) return null;
  const name = level.of === null ? { one: "record", many: "records" } : recordWords[level.of];
  switch (level.measure) {
    case "share of time":
      return `${timeText(part)} of ${timeText(whole)}`;
    case "share in time":
    case "share of records":
    case "share of samples":
    case "share of answers":
    case "entered":
      return whole.n === 1n && whole.d === 1n && level.measure === "entered"
        ? null
        : `${plain(part)} of ${plain(whole)}`;
    case "rate":
      return `${plain(part)} over ${plain(whole)}`;
    case "average":
    case "percentile":
      return whole.d === 1n ? counted(Number(whole.n), name.one, name.many) : null;
    case "time between failures":
    case "time to restore":
    case "time between incidents":
      return whole.d === 1n ? `${timeText(part)} over ${counted(Number(whole.n), name.one, name.many)}` : null;
    case "number":
    case "backlog":
    case "score":
      return null;
  }
}

const plain = (value: Fraction): string => (value.d === 1n ? group(value.n) : writeDecimal(value, 2));
const timeText = (value: Fraction): string => clockTime(Number(value.n / value.d));
