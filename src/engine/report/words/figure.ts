import type { Mark, Quantity, Unit } from "../../agreement/quantity.ts";
import type { Rules } from "../../agreement/rules.ts";
import { exactDecimal, writeDecimal } from "../../number/decimal.ts";
import { compare, type Fraction, fraction, minus, times } from "../../number/fraction.ts";
import { type Half, roundTo } from "../../number/rounding.ts";
import { clockTime, lengthOfTime } from "./duration.ts";
import { group } from "./list.ts";

/** How a figure is shown: places after the point, the rule for halves, and the targets it must not round onto. */
export interface Showing {
  readonly places: number;
  readonly half: Half;
  readonly not: readonly Fraction[];
}

/** Places shown where the agreement names none. */
const usualPlaces = 2;
const mostPlaces = 12;

/** How a service level shows its figures: as it compares them, else with two places (semantics 54). */
export function showingOf(rules: Pick<Rules, "compare_at" | "half">, marks: readonly (Mark | null)[]): Showing {
  const not = rules.compare_at === null ? marks.flatMap((mark) => (mark ? [mark.quantity.value] : [])) : [];
  return { places: rules.compare_at ?? usualPlaces, half: rules.half, not };
}

/** A figure in words: `95.59 %`, `8:55:24`, `4.41`. */
export function figureText(unit: Unit, value: Fraction, showing: Showing): string {
  const places = placesFor(unit, value, showing);
  if (unit === "share") return `${spaced(writeDecimal(times(value, hundred), places, showing.half))} %`;
  if (unit === "time") return timeText(value, places, showing.half);
  if (value.d === 1n) return group(value.n);
  return spaced(writeDecimal(value, places, showing.half));
}

/** A target or another agreed quantity: `97.00 %`, `2 h 30 min`, `3`. */
export function quantityText(quantity: Quantity, showing: Pick<Showing, "places">): string {
  const { unit, value } = quantity;
  if (unit === "time") return value.d === 1n ? lengthOfTime(Number(value.n)) : `${exactDecimal(value) ?? "?"} s`;
  const size = unit === "share" ? times(value, hundred) : value;
  const exact = exactDecimal(size) ?? writeDecimal(size, mostPlaces);
  const decimals = exact.split(".")[1] ?? "";
  if (unit !== "share") return spaced(exact);
  return `${spaced(decimals.length > showing.places ? exact : writeDecimal(size, showing.places))} %`;
}

/** `at least 97.00 %` */
export const markText = (mark: Mark, showing: Pick<Showing, "places">): string =>
  `${mark.direction} ${quantityText(mark.quantity, showing)}`;

/** A figure for a chart: per cent, seconds, or the number itself. */
export function chartValue(unit: Unit, value: Fraction): number {
  const size = unit === "share" ? times(value, hundred) : value;
  return Number(writeDecimal(size, 6));
}

/**
 * A share of everything, such as the completeness: never shown as `100 %` unless it is, and without
 * zeros that say nothing.
 */
export function shareText(share: Fraction): string {
  const exact = exactDecimal(times(share, hundred));
  if (exact !== null && (exact.split(".")[1] ?? "").length <= usualPlaces) return `${exact} %`;
  return figureText("share", share, { places: usualPlaces, half: "down", not: [fraction(0), fraction(1)] });
}

/** One more place, and more if need be, where a value would be shown as a target that it is not. */
function placesFor(unit: Unit, value: Fraction, showing: Showing): number {
  const scaled = (one: Fraction): Fraction => (unit === "share" ? times(one, hundred) : one);
  let places = unit === "time" ? 0 : showing.places;
  const hits = (): boolean =>
    showing.not.some(
      (target) =>
        compare(target, value) !== 0 &&
        compare(roundTo(scaled(value), places, showing.half), roundTo(scaled(target), places, showing.half)) === 0,
    );
  while (places < mostPlaces && hits()) places += 1;
  return places;
}

function timeText(value: Fraction, places: number, half: Half): string {
  const rounded = roundTo(value, places, half);
  const whole = rounded.n / rounded.d;
  const rest = minus(rounded, fraction(whole));
  const decimals = places === 0 ? "" : writeDecimal(rest, places).replace(/^-?0/, "");
  return `${clockTime(Number(whole))}${decimals}`;
}

const hundred = fraction(100);

/** Thousands set apart by a space, before the point only. */
function spaced(decimal: string): string {
  const [whole = "", rest] = decimal.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, " ");
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}
