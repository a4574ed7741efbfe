import { fraction, over, sum, times } from "../../number/fraction.ts";
import { shareText } from "../words/figure.ts";
import { reasonSentence } from "../words/reason-words.ts";
import type { Derivation } from "./derivation.ts";
import { type FigureCase, type FigureNodes, figureOf, fractionIn, textOf } from "./figure-case.ts";
import { node, number, words } from "./nodes.ts";
import { placeOf, termAt } from "./setting.ts";

/** Points of the parts by their shares, over the shares of the parts that have a verdict. */
export function scoreFigure(of: FigureCase): FigureNodes {
  const { items } = of.measurement;
  const { parts } = of.setting.level;
  const rated = parts.flatMap((part, index) => {
    const points = items[index]?.value ?? null;
    return points === null ? [] : [{ part, points, index }];
  });
  const products = rated.map(({ part, points, index }) => {
    const share = node({
      title: "share of the score",
      operation: "given",
      ...number("share", part.share, shareText(part.share)),
      term: termAt(of.setting, `parts.${part.level}`, shareText(part.share)),
    });
    const given = node({
      title: `points: ${reasonSentence(items[index]?.why ?? { code: "part", facts: {} }, placeOf(of.setting))}`,
      operation: "given",
      ...number("points", points, textOf(of, "points", points)),
      term: termAt(of.setting, "points", textOf(of, "points", points)),
    });
    const product = times(part.share, points);
    return node({
      title: part.level,
      operation: "product",
      ...number("points", product, textOf(of, "points", product)),
      children: [share, given],
    });
  });
  const [part, whole] = [sum(products.map(fractionIn)), sum(rated.map((each) => each.part.share))];
  const shares = rated.map((each) =>
    node({
      title: each.part.level,
      operation: "given",
      ...number("share", each.part.share, shareText(each.part.share)),
    }),
  );
  const top = node({
    title: "points",
    operation: "sum",
    ...number("points", part, textOf(of, "points", part)),
    children: products,
  });
  const bottom = node({
    title: "shares with a verdict",
    operation: "sum",
    ...number("share", whole, shareText(whole)),
    children: shares,
  });
  const figure = figureOf(of, whole.n === 0n ? fraction(0) : over(part, whole), {
    operation: "ratio",
    children: [top, bottom],
  });
  return { figure, beside: beside(of), population: null, ends: null };
}

/** Parts that have no points: not rated, or not known. */
function beside({ measurement, setting }: FigureCase): Derivation[] {
  return measurement.items
    .filter(({ value }) => value === null)
    .map(({ record, why }) =>
      node({
        title: record,
        operation: "given",
        ...words(reasonSentence(why, placeOf(setting))),
        term: termAt(setting, "left_out", setting.level.leftOut),
      }),
    );
}
