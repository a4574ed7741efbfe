import type { Mark } from "../../agreement/quantity.ts";
import type { Rules } from "../../agreement/rules.ts";
import type { Verdict } from "../../agreement/words.ts";
import type { Reason } from "../../measure/measurement.ts";
import { type Fraction, fraction } from "../../number/fraction.ts";
import { roundTo } from "../../number/rounding.ts";
import { showingFor } from "../figure-line.ts";
import { markText, quantityText, shareText } from "../words/figure.ts";
import { comparison, isHolding } from "./comparison.ts";
import type { Derivation, Operation } from "./derivation.ts";
import { boundId, completenessNode } from "./explain-beside.ts";
import { sumOfCounts } from "./explain-population.ts";
import { type FigureCase, type FigureNodes, fractionIn, textOf } from "./figure-case.ts";
import { again, count, node, number, words } from "./nodes.ts";
import { ruleNode, ruleTerm, termAt } from "./setting.ts";

/** The verdict given and why. */
export interface Given {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
}

/** An operation with the children it needs, first of all others. */
export interface Decided {
  readonly operation: Operation;
  readonly children: readonly Derivation[];
}

/** What decided a verdict: the marks, or what comes before them, by the code of the judge. */
export function decide(of: FigureCase, nodes: FigureNodes, { verdict, reasons }: Given): Decided {
  const code = reasons[0]?.code.replace(/-deemed-missed$/, "") ?? "";
  const { figure } = nodes;
  switch (code) {
    case "disputed":
      return { operation: by("another rule", verdict), children: [ruleNode(of.setting, "if_disputed"), figure] };
    case "nothing-happened":
      return { operation: by("no figure", verdict), children: [figure, ruleNode(of.setting, "if_nothing_happened")] };
    case "not-measured":
      return { operation: by("no figure", verdict), children: [figure, ruleNode(of.setting, "if_not_measured")] };
    case "incomplete":
      return {
        operation: by("completeness", verdict),
        children: [complete(of, nodes), figure, ruleNode(of.setting, "if_not_measured")],
      };
    case "low-volume":
    case "joins-next-period":
    case "misses-allowed":
      return fewRecords(of, nodes, { verdict, code });
    case "within-bounds":
      return {
        operation: by("bounds", verdict),
        children: [atFigure(of, figure), ...atEnds(of), ruleNode(of.setting, "if_not_measured")],
      };
    default:
      return byMarks(of, nodes, verdict);
  }
}

const by = (rule: Extract<Operation, { kind: "verdict" }>["by"], otherwise: Verdict): Operation => ({
  kind: "verdict",
  by: rule,
  marks: [],
  otherwise,
});

/** The figure against expected and minimum; where unknown parts could matter, the ends of what is possible too. */
function byMarks(of: FigureCase, { figure }: FigureNodes, verdict: Verdict): Decided {
  const made = atFigure(of, figure);
  const isSame = made.value.kind === "words" && made.value.words === verdict;
  if (!isSame || made.operation.kind !== "verdict" || made.operation.marks.length === 0) {
    return { operation: by("another rule", verdict), children: [figure] };
  }
  return { operation: made.operation, children: [...made.children, ...atEnds(of)] };
}

/** A verdict at one figure: comparisons in the order of the marks. */
function atFigure(of: FigureCase, figure: Derivation): Derivation {
  const { expected, minimum } = of.target;
  const found = [
    ...(expected ? [{ name: "expected" as const, mark: expected }] : []),
    ...(minimum ? [{ name: "minimum" as const, mark: minimum }] : []),
  ];
  const compared = asCompared(of, figure);
  const comparisons = found.map(({ name, mark }, index) =>
    markComparison(of, index === 0 ? compared : again(compared, "the same figure"), { name, mark }),
  );
  const first = comparisons.findIndex(isHolding);
  const reached = found[first]?.name;
  const verdict = first < 0 ? "missed" : reached === "minimum" && expected ? "at minimum" : "met";
  const operation = { kind: "verdict", by: "target", marks: found.map(({ name }) => name), otherwise: null } as const;
  return node({ title: `at ${figure.text}`, operation, ...words(verdict), children: comparisons });
}

/** The figure as it is compared: rounded first where places are agreed; a share is rounded as it is written, in percent. */
function asCompared(of: FigureCase, figure: Derivation): Derivation {
  const { compare_at, half } = of.setting.level.rules;
  const { unit } = of.target.expected?.quantity ?? of.target.minimum?.quantity ?? of.measurement;
  if (compare_at === null || figure.value.kind !== "number") return figure;
  const places = compare_at + (unit === "share" ? 2 : 0);
  const rounded = roundTo(fractionIn(figure), places, half);
  return node({
    id: `${figure.id}/rounded`,
    title: `rounded to ${compare_at} decimal places`,
    operation: { kind: "round", places, half },
    ...number(of.measurement.unit, rounded, textOf(of, of.measurement.unit, rounded)),
    term: ruleTerm(of.setting, "compare_at"),
    children: [figure],
  });
}

interface Named {
  readonly name: "expected" | "minimum";
  readonly mark: Mark;
}

function markComparison(of: FigureCase, left: Derivation, { name, mark }: Named): Derivation {
  const { rules } = of.setting.level;
  const showing = showingFor(of.setting.level, of.target);
  const step = of.setting.level.stages.findIndex((stage) => stage.within === of.within);
  const path = of.within !== null && step >= 0 ? `stages.${step + 1}.${name}` : name;
  const right = node({
    title: name,
    operation: "given",
    ...number(mark.quantity.unit, mark.quantity.value, quantityText(mark.quantity, showing)),
    term: termAt(of.setting, path, markText(mark, showing)),
  });
  const title = `${left.text} is ${markText(mark, showing)} (${name})`;
  return comparison({ title, direction: directionOf(mark, rules), left, right });
}

/** A time exactly on its mark is missed where the agreement says so (semantics 11). */
function directionOf({ direction, quantity }: Mark, rules: Rules): Mark["direction"] {
  if (quantity.unit !== "time" || rules.exactly_on_target !== "missed") return direction;
  if (direction === "at least") return "more than";
  return direction === "at most" ? "less than" : direction;
}

/** Verdicts at the lowest and the highest figure that the unknown part allows; none where nothing is unknown. */
function atEnds(of: FigureCase): Derivation[] {
  const { bounds, unit, figure } = of.measurement;
  const isOpen = bounds && figure && (!isSame(bounds.low, figure) || !isSame(bounds.high, figure));
  if (!bounds || !isOpen) return [];
  return (["low", "high"] as const).map((end) => {
    const title = end === "low" ? "with the unknown part as bad" : "with the unknown part as good";
    const value = number(unit, bounds[end], textOf(of, unit, bounds[end]));
    const at = {
      ...again(node({ id: boundId(of, end), title, operation: "given", ...value })),
      id: `${boundId(of, end)}, judged`,
    };
    return { ...atFigure(of, at), title: `${title}: ${value.text}` };
  });
}

const isSame = (a: Fraction, b: Fraction): boolean => a.n * b.d === b.n * a.d;

function complete(of: FigureCase, nodes: FigureNodes): Derivation {
  const { completeFrom } = of.setting.level;
  const right = node({
    title: "asked for",
    operation: "given",
    ...number("share", completeFrom, shareText(completeFrom)),
    term: termAt(of.setting, "complete_from", shareText(completeFrom)),
  });
  const left = completenessNode(of, nodes);
  return comparison({
    title: `${left.text} known, at least ${right.text} asked for`,
    direction: "at least",
    left,
    right,
  });
}

/** Fewer records than agreed: not rated, carried forward, or as many misses allowed as agreed (semantics 51). */
function fewRecords(
  of: FigureCase,
  nodes: FigureNodes,
  { verdict, code }: { verdict: Verdict; code: string },
): Decided {
  const step = of.setting.level.stages.find((stage) => stage.within === of.within && of.within !== null);
  const low = step?.lowVolume ?? of.setting.level.lowVolume;
  const { population, figure } = nodes;
  if (!low || !population) return { operation: by("another rule", verdict), children: [figure] };
  const { good, bad, unknown } = population;
  const all = sumOfCounts("records judged", [
    again(good),
    again(bad),
    ...(unknown.children.length > 0 ? [again(unknown)] : []),
  ]);
  const few = node({
    title: "number needed",
    operation: "given",
    ...count(low.fewerThan),
    term: termAt(of.setting, "low_volume.fewer_than", String(low.fewerThan)),
  });
  const isFew = comparison({
    title: `${all.text} is fewer than ${few.text}`,
    direction: "less than",
    left: all,
    right: few,
  });
  if (code !== "misses-allowed") return { operation: by("few records", verdict), children: [isFew, figure] };
  const misses = sumOfCounts("misses, and records that may yet be", [
    again(bad),
    ...(unknown.children.length > 0 ? [again(unknown)] : []),
  ]);
  const most = node({
    title: "misses allowed",
    operation: "given",
    ...number("number", fraction(low.misses), String(low.misses)),
    term: termAt(of.setting, "low_volume.misses", String(low.misses)),
  });
  const within = comparison({
    title: `${misses.text} is at most ${most.text}`,
    direction: "at most",
    left: misses,
    right: most,
  });
  return { operation: by("few records", verdict), children: [isFew, within, figure] };
}
