import type { Unit } from "../../agreement/quantity.ts";
import type { Target } from "../../agreement/terms.ts";
import type { Measurement } from "../../measure/measurement.ts";
import { type Fraction, fraction } from "../../number/fraction.ts";
import type { Period } from "../../period/result.ts";
import { showingFor } from "../figure-line.ts";
import { formulaOf } from "../prose/formula.ts";
import { figureText } from "../words/figure.ts";
import { capital } from "../words/list.ts";
import type { Derivation } from "./derivation.ts";
import type { PopulationCase } from "./explain-item.ts";
import type { PopulationNodes } from "./explain-population.ts";
import { type NodeParts, node, number } from "./nodes.ts";
import { termAt } from "./setting.ts";

/** A measurement to be explained, with the target it is held against. */
export interface FigureCase extends PopulationCase {
  readonly measurement: Measurement;
  readonly target: Target;
  readonly period: Period;
}

/** A figure, what else its population holds, and the counts of it. */
export interface FigureNodes {
  readonly figure: Derivation;
  /** Populations and spans that are no part of the figure itself. */
  readonly beside: readonly Derivation[];
  readonly population: PopulationNodes | null;
  /** Part and whole with the unknown part as bad and as good; null where nothing is unknown. */
  readonly ends: { readonly low: Ends; readonly high: Ends } | null;
}

/** What a figure at an end of what is possible is made of. */
export type Ends = readonly [part: Derivation, whole: Derivation];

/** The figure as a node; its text is that of the report. */
export function figureOf(
  of: FigureCase,
  figure: Fraction,
  made: Pick<NodeParts, "operation" | "children">,
): Derivation {
  const { unit } = of.measurement;
  return node({
    id: `${of.under}/figure`,
    title: capital(formulaOf(of.setting.level)),
    ...number(unit, figure, textOf(of, unit, figure)),
    term: termAt(of.setting, "measure", of.setting.level.measure),
    ...made,
  });
}

export const textOf = ({ setting, target }: FigureCase, unit: Unit, value: Fraction): string =>
  figureText(unit, value, showingFor(setting.level, target));

/** The number of a node; 0 for any other value. */
export function fractionIn({ value }: Derivation): Fraction {
  const [n = "0", d = "1"] = value.kind === "number" ? value.exact.split("/") : [];
  return fraction(BigInt(n), BigInt(d));
}
