import type { Unit } from "../agreement/quantity.ts";
import type { Rules } from "../agreement/rules.ts";
import { writeDecimal } from "../number/decimal.ts";
import { compare, type Fraction, fraction, minus, times, zero } from "../number/fraction.ts";
import type { Figured, Nearness, Why } from "../trigger/effect.ts";
import { figureText, markText, quantityText, showingOf } from "./words/figure.ts";
import { all, counted } from "./words/list.ts";
import { periodLabel } from "./words/period.ts";
import { termText } from "./words/term.ts";

type How = Pick<Rules, "compare_at" | "half">;

/** `Worse 3 periods in a row: 99.90 % in January 2026, …, 0.20 percentage points from …` */
export function worseReason({ figures, times: many, near }: Why & { kind: "worse" }, how: How): string {
  const row = `Worse ${counted(many, "period")} in a row: ${figuresText(figures, how)}`;
  return near === null ? `${row}.` : `${row}, ${distanceText(near, how)}. Agreed: ${nearerText(near)}.`;
}

/** `0.50 percentage points from at least 97.00 %` */
const distanceText = ({ distance, than, mark }: Nearness, how: How): string =>
  `${differenceText(than.unit, distance, [than.value])} from ${markText(mark, showingOf(how, []))}`;

const nearerText = ({ than }: Nearness): string => `nearer than ${differenceText(than.unit, than.value)}`;

/** `The line through … falls by 0.30 percentage points a period and reaches 95.00 % 2.5 periods after March 2026.` */
export function lineReason(why: Why & { kind: "line" }, how: How): string {
  const { figures, slope, reaches, steps, within, near } = why;
  const newest = figures.at(-1);
  const [way, size] = slope.n < 0n ? ["falls", minus(zero, slope)] : ["rises", slope];
  const step = differenceText(newest?.unit ?? reaches.unit, size);
  const mark = quantityText(reaches, showingOf(how, []));
  const month = newest === undefined ? "" : periodLabel(newest.period.id);
  const when = steps.n === 0n ? `is at ${mark} already` : `reaches ${mark} ${stepsText(steps)} after ${month}`;
  const distance = near === null ? "" : `; ${month} is ${distanceText(near, how)}`;
  const agreed = [
    `within ${within.kind === "periods" ? counted(within.count, "period") : termText(within)}`,
    ...(near === null ? [] : [nearerText(near)]),
  ];
  return `The line through ${figuresText(figures, how)} ${way} by ${step} a period and ${when}${distance}. Agreed: ${all(agreed)}.`;
}

/** `80.00 % is reached: 78.00 % in February 2026 and 85.00 % in March 2026.` */
export const reachedReason = ({ figures, reaches }: Why & { kind: "reached" }, how: How): string =>
  `${quantityText(reaches, showingOf(how, []))} is reached: ${figuresText(figures, how)}.`;

/** `The mean of 96.10 % in January 2025 and … is 96.90 %, below 97.00 %.` */
export function averageReason({ figures, mean, side, mark }: Why & { kind: "average" }, how: How): string {
  const unit = figures[0]?.unit ?? mark.unit;
  const showing = { ...showingOf(how, []), not: [mark.value] };
  const size = quantityText(mark, showing);
  return `The mean of ${figuresText(figures, how)} is ${figureText(unit, mean, showing)}, ${side} ${size}.`;
}

/** `99.90 % in January 2026 and 99.80 % in February 2026`, so that no two figures that differ look the same. */
function figuresText(figures: readonly Figured[], how: How): string {
  const showing = { ...showingOf(how, []), not: figures.map(({ figure }) => figure) };
  return all(
    figures.map(({ unit, figure, period }) => `${figureText(unit, figure, showing)} in ${periodLabel(period.id)}`),
  );
}

/** How far two figures are apart: `0.20 percentage points`, `0:12:00`, `3`; shown neither as nothing nor as what it is not. */
export function differenceText(unit: Unit, size: Fraction, not: readonly Fraction[] = []): string {
  if (unit === "time") return figureText("time", size, { places: 0, half: "up", not: [zero, ...not] });
  const scale = (value: Fraction): Fraction => (unit === "share" ? times(value, fraction(100)) : value);
  const points = scale(size);
  const text = figureText("number", points, { places: 2, half: "up", not: [zero, ...not.map(scale)] });
  return unit === "share" ? `${text} percentage ${compare(points, fraction(1)) === 0 ? "point" : "points"}` : text;
}

function stepsText(steps: Fraction): string {
  if (steps.d === 1n) return counted(Number(steps.n), "period");
  return `${compare(steps, fraction(1, 10)) < 0 ? "less than 0.1" : writeDecimal(steps, 1)} periods`;
}
