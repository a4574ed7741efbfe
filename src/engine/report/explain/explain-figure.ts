import type { Unit } from "../../agreement/quantity.ts";
import type { MeasureKind } from "../../agreement/words.ts";
import type { Item } from "../../measure/measurement.ts";
import { compare, type Fraction, fraction, over } from "../../number/fraction.ts";
import { formulaOf } from "../prose/formula.ts";
import { figureText } from "../words/figure.ts";
import { capital } from "../words/list.ts";
import type { Derivation } from "./derivation.ts";
import { membersNode, type PopulationNodes, populationNodes, sumOfCounts, valuesNode } from "./explain-population.ts";
import { scoreFigure } from "./explain-score.ts";
import { openingsNode, timeFigure, timeNodes } from "./explain-time.ts";
import { type FigureCase, type FigureNodes, figureOf, fractionIn } from "./figure-case.ts";
import { again, asFraction, exactOf, node, nothing, number } from "./nodes.ts";
import { termAt } from "./setting.ts";

/** The figure of a measurement from its records, spans or parts; as part over whole where it cannot be followed further. */
export function figureNodes(of: FigureCase): FigureNodes {
  const { measurement } = of;
  if (measurement.figure === null) return withoutFigure(of);
  const made = makers[of.setting.level.measure]?.(of) ?? null;
  if (made && isExactly(made.figure, measurement.figure)) return made;
  return asGiven(of);
}

const isExactly = ({ value }: Derivation, figure: Fraction): boolean =>
  value.kind === "number" && value.exact === exactOf(fraction(figure.n, figure.d));

type Maker = (of: FigureCase) => FigureNodes | null;

const makers: Readonly<Partial<Record<MeasureKind, Maker>>> = {
  "share in time": shareOfRecords,
  "share of records": shareOfRecords,
  "share of answers": shareOfRecords,
  "share of samples": shareOfRecords,
  "share of time": timeFigure,
  average: meanOfValues,
  "time to restore": meanOfValues,
  percentile: percentileOfValues,
  number: numberOfRecords,
  backlog: numberOfRecords,
  rate: rateOfRecords,
  "time between incidents": timeBetween,
  score: scoreFigure,
};

/** Good over good and not good; those not known stand beside. */
function shareOfRecords(of: FigureCase): FigureNodes {
  const population = populationNodes(of, of.measurement.items);
  const { good, bad, unknown, out } = population;
  const known = { ...sumOfCounts("counted and known", [again(good), bad]), id: `${of.under}/known` };
  const figure = ratioOf(of, good, known);
  return { figure, beside: [unknown, out].filter(hasChildren), population, ends: endsOf(population) };
}

/** Records not known are all bad at the low end, all good at the high end. */
function endsOf({ good, bad, unknown }: PopulationNodes): FigureNodes["ends"] {
  if (!hasChildren(unknown)) return null;
  const whole = (): Derivation => sumOfCounts("all, known or not", [again(good), again(bad), again(unknown)]);
  return {
    low: [again(good), whole()],
    high: [sumOfCounts("good or not known", [again(good), again(unknown)]), whole()],
  };
}

const hasChildren = ({ children }: Derivation): boolean => children.length > 0;

/** One node over another; over nothing, nothing. */
function ratioOf(of: FigureCase, part: Derivation, whole: Derivation): Derivation {
  const [a, b] = [fractionIn(part), fractionIn(whole)];
  return figureOf(of, b.n === 0n ? a : over(a, b), { operation: "ratio", children: [part, whole] });
}

function meanOfValues(of: FigureCase): FigureNodes {
  const values = valuesNode(of, of.measurement.items);
  const figure = ratioOf(of, values, membersNode(values, "records with a value"));
  return { figure, beside: withoutValue(of), population: null, ends: null };
}

function percentileOfValues(of: FigureCase): FigureNodes {
  const { level } = of.setting;
  const { children, unlisted } = valuesNode(of, of.measurement.items);
  const operation = {
    kind: "percentile",
    share: exactOf(level.percent ?? fraction(1)),
    method: level.rules.percentile_method,
  } as const;
  const figure = figureOf(of, of.measurement.figure ?? fraction(0), { operation, children });
  return { figure: { ...figure, unlisted }, beside: withoutValue(of), population: null, ends: null };
}

/** Records that have no value, or do not count. */
function withoutValue(of: FigureCase): readonly Derivation[] {
  const { unknown, out } = populationNodes(of, of.measurement.items);
  return [unknown, out].filter(hasChildren);
}

/** A count, or the sum of a field. */
function numberOfRecords(of: FigureCase): FigureNodes {
  const { items, figure } = of.measurement;
  if (of.setting.level.value !== null && of.setting.level.measure === "number") {
    const values = valuesNode(of, items);
    const made = { operation: "sum", children: [values] } as const;
    return { figure: figureOf(of, fractionIn(values), made), beside: withoutValue(of), population: null, ends: null };
  }
  const { good, unknown, out } = populationNodes(of, items);
  const made = { operation: "sum", children: [good] } as const;
  return {
    figure: figureOf(of, figure ?? fraction(0), made),
    beside: [unknown, out].filter(hasChildren),
    population: null,
    ends: null,
  };
}

/** Records over records of another kind. */
function rateOfRecords(of: FigureCase): FigureNodes {
  const divides = (item: Item): boolean => item.why.code === "divides";
  const own = populationNodes(
    of,
    of.measurement.items.filter((item) => !divides(item)),
  );
  const per = populationNodes({ ...of, under: `${of.under}/per` }, of.measurement.items.filter(divides));
  return {
    figure: ratioOf(of, own.good, per.good),
    beside: [own.out].filter(hasChildren),
    population: null,
    ends: null,
  };
}

/** Service time of the period over the records that began in it. */
function timeBetween(of: FigureCase): FigureNodes | null {
  const open = openingsNode(of);
  const { good, out } = populationNodes(of, of.measurement.items);
  if (open === null) return null;
  return { figure: ratioOf(of, open, good), beside: [out].filter(hasChildren), population: null, ends: null };
}

/** Part over whole as measured, with every record and span beside them. */
function asGiven(of: FigureCase): FigureNodes {
  const { part, whole, figure, time, items } = of.measurement;
  const { good, bad, unknown, out } = populationNodes(of, items);
  const beside = [...(time ? timeNodes(of, time) : []), ...[good, bad, unknown, out].filter(hasChildren)];
  const own = figure ?? fraction(0);
  const isRatio = part !== null && whole !== null && whole.n !== 0n && compare(over(part, whole), own) === 0;
  const parts = isRatio ? [given(of, "part", part), given(of, "whole", whole)] : [];
  const made = isRatio ? ({ operation: "ratio", children: parts } as const) : asFraction(own);
  return { figure: figureOf(of, own, made), beside, population: null, ends: null };
}

function given(of: FigureCase, title: string, value: Fraction): Derivation {
  const { source } = of.measurement.items[0] ?? { source: null };
  const isTime = of.measurement.time !== null || of.setting.level.measure.startsWith("time ");
  const unit: Unit = isTime && title === "part" ? "time" : of.measurement.time !== null ? "time" : "number";
  const text = figureText(unit, value, { places: 2, half: "up", not: [] });
  return node({ title, operation: "given", ...number(unit, value, text), source });
}

function withoutFigure(of: FigureCase): FigureNodes {
  const figure = node({
    id: `${of.under}/figure`,
    title: capital(formulaOf(of.setting.level)),
    operation: "given",
    ...nothing("no data"),
    term: termAt(of.setting, "measure", of.setting.level.measure),
  });
  const { good, bad, unknown, out } = populationNodes(of, of.measurement.items);
  return { figure, beside: [good, bad, unknown, out].filter(hasChildren), population: null, ends: null };
}
