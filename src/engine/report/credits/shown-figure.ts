import type { CreditMonth } from "../../credit/run/month.ts";
import type { CreditLine } from "../../credit/statement.ts";
import { type Fraction, fraction, over } from "../../number/fraction.ts";
import { figureText, showingOf } from "../words/figure.ts";
import { numberText } from "./step-words.ts";

/** The figure of a line as its level shows it: `98.29 %`, `8:55:24`; null without one. */
export function shownFigure({ levels }: CreditMonth, { level, value }: CreditLine): string | null {
  if (value === null) return null;
  const terms = levels.find(({ agreement, id }) => `${agreement}/${id}` === level);
  const mark = terms?.target.expected ?? terms?.target.minimum ?? terms?.stages[0]?.expected;
  if (!terms || !mark) return numberText(value);
  const { unit } = mark.quantity;
  const size: Fraction = unit === "share" ? over(value, fraction(100)) : value;
  return figureText(unit, size, showingOf(terms.rules, [terms.target.expected, terms.target.minimum]));
}
