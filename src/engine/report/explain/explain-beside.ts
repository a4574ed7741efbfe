import { type Fraction, one, over } from "../../number/fraction.ts";
import { allowedTime } from "../words/duration.ts";
import { shareText } from "../words/figure.ts";
import { all } from "../words/list.ts";
import type { Derivation } from "./derivation.ts";
import { sumOfCounts } from "./explain-population.ts";
import { type FigureCase, type FigureNodes, fractionIn, textOf } from "./figure-case.ts";
import { again, asFraction, node, number, words } from "./nodes.ts";
import { ruleNode, type Setting, termAt } from "./setting.ts";

/** What a figure leaves out or leaves open: other populations, bounds, completeness, the raw figure, agreed downtime. */
export function besideFigure(of: FigureCase, nodes: FigureNodes): readonly Derivation[] {
  return [
    ...nodes.beside,
    ...boundsNodes(of, nodes),
    ...(of.measurement.completeness.n === of.measurement.completeness.d ? [] : [completenessNode(of, nodes)]),
    ...rawNode(of),
    ...downtimeTerms(of.setting),
    ...rulesOfFigure(of.setting),
  ];
}

/** Known over known and unknown, where records are counted; else as measured. */
export function completenessNode(of: FigureCase, { population }: FigureNodes): Derivation {
  const { completeness } = of.measurement;
  const shown = {
    title: "share of what is needed that is known",
    ...number("share", completeness, shareText(completeness)),
  };
  const term = termAt(of.setting, "complete_from", shareText(of.setting.level.completeFrom));
  if (!population) return node({ ...shown, ...asFraction(completeness), term });
  const known = sumOfCounts("known", [again(population.good), again(population.bad)]);
  const needed = sumOfCounts("needed", [again(population.good), again(population.bad), again(population.unknown)]);
  const isSame = isRatio(completeness, fractionIn(known), fractionIn(needed));
  const made = isSame ? ({ operation: "ratio", children: [known, needed] } as const) : asFraction(completeness);
  return node({ ...shown, ...made, term });
}

function isRatio(value: Fraction, part: Fraction, whole: Fraction): boolean {
  if (whole.n === 0n) return false;
  const ratio = over(part, whole);
  return ratio.n * value.d === value.n * ratio.d;
}

/** The lowest and the highest figure that the unknown part allows; none where nothing is unknown. */
function boundsNodes(of: FigureCase, { ends }: FigureNodes): Derivation[] {
  const { bounds, unit, figure } = of.measurement;
  if (!bounds || figure === null || (isRatio(bounds.low, figure, one) && isRatio(bounds.high, figure, one))) return [];
  return (["low", "high"] as const).map((end) => {
    const made = ends?.[end] ?? null;
    const follows = made !== null && isRatio(bounds[end], fractionIn(made[0]), fractionIn(made[1]));
    return node({
      id: boundId(of, end),
      title: end === "low" ? "with the unknown part as bad" : "with the unknown part as good",
      ...number(unit, bounds[end], textOf(of, unit, bounds[end])),
      ...(follows ? ({ operation: "ratio", children: made } as const) : asFraction(bounds[end])),
    });
  });
}

export const boundId = ({ under }: FigureCase, end: "low" | "high"): string => `${under}/${end}`;

/** The figure without exclusions, relief and agreed downtime, where it is another. */
function rawNode(of: FigureCase): Derivation[] {
  const { raw, figure, unit, time } = of.measurement;
  if (raw.figure === null || (figure !== null && raw.figure.n * figure.d === figure.n * raw.figure.d)) return [];
  const title = "raw figure: nothing left out";
  const shown = number(unit, raw.figure, textOf(of, unit, raw.figure));
  if (raw.part === null || raw.whole === null || !isRatio(raw.figure, raw.part, raw.whole)) {
    return [node({ title, ...shown, ...asFraction(raw.figure) })];
  }
  const kind = time ? "time" : "number";
  const parts = [raw.part, raw.whole].map((value, index) =>
    node({
      title: index === 0 ? "part" : "whole",
      operation: "given",
      ...number(kind, value, textOf(of, kind, value)),
    }),
  );
  return [node({ title, operation: "ratio", ...shown, children: parts })];
}

/** Windows, conditions and the cap of agreed downtime. */
function downtimeTerms(setting: Setting): Derivation[] {
  const agreed = setting.level.agreedDowntime;
  if (agreed === null) return [];
  const windows = agreed.windows.map((id) => setting.contract.windows[id]?.title ?? id);
  const rows = [
    ["treated", agreed.treated],
    ["windows", all(windows)],
    ["needs", agreed.needs],
    ["notice", agreed.notice && allowedTime(agreed.notice)],
    ["at_most", agreed.atMost && allowedTime(agreed.atMost)],
  ] as const;
  const children = rows.flatMap(([name, value]) =>
    value
      ? [
          node({
            title: name.replace("_", " "),
            operation: "given",
            ...words(value),
            term: termAt(setting, `agreed_downtime.${name}`, value),
          }),
        ]
      : [],
  );
  return [node({ title: "Agreed downtime", operation: "heading", ...words(agreed.treated), children })];
}

/** The rules by which records, time and figures of this measure are counted. */
function rulesOfFigure(setting: Setting): Derivation[] {
  const { measure } = setting.level;
  const isTime = measure === "share of time" || measure.startsWith("time between");
  const own = isTime
    ? (["unknown_time", "overlaps", "over_month_end", "state_at_start"] as const)
    : (["counted_by", "relieved_records"] as const);
  const keys = [...own, "compare_at", "half", "if_nothing_happened", "if_not_measured"] as const;
  const children = keys.map((key) => ruleNode(setting, key));
  return [node({ title: "Rules of the figure", operation: "heading", ...words("as agreed"), children })];
}
