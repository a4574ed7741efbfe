import type { CreditFact } from "../../../agreement/document/credit-words.ts";
import type { Allowed, Quantity } from "../../../agreement/quantity.ts";
import { exactDecimal } from "../../../number/decimal.ts";
import { type Fraction, fraction, times } from "../../../number/fraction.ts";
import { allowedTime } from "../../words/duration.ts";
import { quantityText } from "../../words/figure.ts";
import { plain } from "./number-text.ts";

interface FactWords {
  /** What picks a row or is a factor: `the minutes of outage`. */
  readonly name: string;
  /** One unit and several; empty where the number says it all. */
  readonly unit: readonly [string, string];
  /** What a length of time is of: `30 min of outage`; empty where the fact is no time. */
  readonly time: string;
  /** How it is found. */
  readonly found: string;
}

const entered = "entered by a person for the failure, with the reason";

/** Every fact of a failure in the words of a contract. */
export const factWords: Readonly<Record<CreditFact, FactWords>> = {
  figure: { name: "the figure", unit: ["", ""], time: "", found: "the figure of the service level as it is compared" },
  shortfall: {
    name: "the shortfall",
    unit: ["", ""],
    time: "",
    found:
      "the distance by which the figure is worse than the expected mark, or than the minimum where there is no other",
  },
  points: { name: "the points of the failure", unit: ["point", "points"], time: "", found: entered },
  "outage minutes": {
    name: "the minutes of outage",
    unit: ["minute", "minutes"],
    time: "of outage",
    found: "the service time of the month's outages, counted once where they overlap",
  },
  "outage hours": {
    name: "the hours of outage",
    unit: ["hour", "hours"],
    time: "of outage",
    found: "the service time of the month's outages, counted once where they overlap",
  },
  "minutes beyond the allowance": {
    name: "the minutes of outage beyond the allowance",
    unit: ["minute", "minutes"],
    time: "of outage beyond the allowance",
    found: "the service time of outages beyond what the expected mark allows",
  },
  "exception seconds": {
    name: "the exception seconds",
    unit: ["second", "seconds"],
    time: "of exception",
    found: entered,
  },
  "exception minutes": {
    name: "the exception minutes",
    unit: ["minute", "minutes"],
    time: "of exception",
    found: entered,
  },
  "records out of time": {
    name: "the number of records out of time",
    unit: ["record out of time", "records out of time"],
    time: "",
    found: "the counted records that are not good",
  },
  violations: {
    name: "the number of violations",
    unit: ["violation", "violations"],
    time: "",
    found:
      "the failures of the month in the category of the service level, or of all where it is in none, itself included",
  },
  "failures in the window": {
    name: "the number of failures in the window",
    unit: ["failure", "failures"],
    time: "",
    found: "the failures of the service level in the window, that of the month included",
  },
  occurrences: {
    name: "the number of occurrences",
    unit: ["occurrence", "occurrences"],
    time: "",
    found: "the outages, or the counted records that are not good",
  },
  "error rate": { name: "the error rate", unit: ["", ""], time: "", found: "the figure of the service level" },
  "days late": { name: "the days late", unit: ["day", "days"], time: "of delay", found: entered },
  "days planned": { name: "the days planned", unit: ["day", "days"], time: "planned", found: entered },
  periods: { name: "the number of periods", unit: ["period", "periods"], time: "", found: entered },
  "users affected": { name: "the users affected", unit: ["user", "users"], time: "", found: entered },
  users: { name: "all users", unit: ["user", "users"], time: "", found: entered },
  "components affected": {
    name: "the components affected",
    unit: ["component", "components"],
    time: "",
    found: entered,
  },
  components: { name: "all components", unit: ["component", "components"], time: "", found: entered },
  severity: { name: "the severity", unit: ["", ""], time: "", found: "the verdict, or the word that a person enters" },
  score: { name: "the score", unit: ["", ""], time: "", found: "the score of the plan" },
  "monthly volume": { name: "the monthly volume", unit: ["", ""], time: "", found: entered },
  "minutes of the month": {
    name: "the minutes of the period",
    unit: ["minute", "minutes"],
    time: "",
    found: "the length of the period of the result",
  },
  weight: { name: "the weight", unit: ["", ""], time: "", found: "the weight of the service level, 1 for 100 %" },
  "failures of one criterion": {
    name: "the number of failures of one criterion",
    unit: ["failure of one criterion", "failures of one criterion"],
    time: "",
    found: entered,
  },
};

/** Facts that name themselves and need no words of how they are found. */
export const selfEvident: readonly CreditFact[] = ["figure", "score"];

/** A value of a fact: `99.50 %`, `43 minutes`, `2 percentage points` of a shortfall. */
export function factValue(fact: CreditFact, value: Quantity): string {
  if (fact === "shortfall") return distanceText(value);
  if (value.unit === "time" || value.unit === "share") return quantityText(value, { places: 2 });
  return counting(fact, value.value);
}

/** A length along the scale of a figure: `0.1 percentage points`, `30 s`, `3`. */
export function distanceText(value: Quantity): string {
  if (value.unit !== "share") return quantityText(value, { places: 2 });
  const size = exactDecimal(times(value.value, fraction(100))) ?? "?";
  return `${size} percentage ${size === "1" ? "point" : "points"}`;
}

/** The size of a unit as it follows `each`: `30 min of outage`, `hour of outage`, `10 records out of time`. */
export function sizeText(fact: CreditFact, size: Allowed | Fraction): string {
  const { unit, time } = factWords[fact];
  if ("n" in size && size.n === size.d) return `${unit[0] || "1"} ${time}`.trim();
  return firstSize(fact, size);
}

/** The size of a unit with its number, as it follows `the first`. */
export function firstSize(fact: CreditFact, size: Allowed | Fraction): string {
  const { unit, time } = factWords[fact];
  if ("n" in size) return [counting(fact, size), time].filter(Boolean).join(" ");
  const length = allowedTime(size.kind === "business days" ? { kind: "days", count: size.count } : size);
  return `${length} ${time || unit[1]}`.trim();
}

function counting(fact: CreditFact, size: Fraction): string {
  const [one, many] = factWords[fact].unit;
  return `${plain(size)} ${size.n === size.d ? one : many}`.trim();
}
