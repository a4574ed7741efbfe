import type { Mark } from "../../agreement/quantity.ts";
import { compare, fraction } from "../../number/fraction.ts";
import { type Derivation, type Exact, said } from "./derivation.ts";
import { count, node, wholeOf, words } from "./nodes.ts";
import { ruleTerm, type Setting } from "./setting.ts";

/** Two nodes held against each other. */
export interface Sides {
  readonly title: string;
  readonly direction: Mark["direction"];
  readonly left: Derivation;
  readonly right: Derivation;
}

/** A comparison that holds or does not, exactly. */
export function comparison({ title, direction, left, right }: Sides): Derivation {
  const holds = isOnSide(orderOf(left.value, right.value), direction);
  const answer = words(holds ? said.holds : said.fails);
  return node({ title, operation: { kind: "compare", direction }, ...answer, children: [left, right] });
}

/** Time used against time allowed: exactly on target and whole minutes as agreed (semantics 11 and 21). */
export function allowedComparison(setting: Setting, used: Derivation, allowed: Derivation): Derivation {
  const { exactly_on_target, precision } = setting.level.rules;
  const direction = exactly_on_target === "missed" ? "less than" : "at most";
  const title = `${used.text} used is ${direction} the ${allowed.text} allowed`;
  const sides =
    precision === "seconds"
      ? { left: used, right: allowed }
      : {
          left: wholeMinutes(setting, used, "left off"),
          right: wholeMinutes(setting, allowed, exactly_on_target === "missed" ? "counted" : "left off"),
        };
  return { ...comparison({ title, direction, ...sides }), term: ruleTerm(setting, "exactly_on_target") };
}

function wholeMinutes(setting: Setting, of: Derivation, begun: "left off" | "counted"): Derivation {
  const minutes = wholeOf(of.value) / 60;
  const whole = begun === "counted" ? Math.ceil(minutes) : Math.floor(minutes);
  const title = `whole minutes, a begun one ${begun}`;
  const term = ruleTerm(setting, "precision");
  return node({ title, operation: { kind: "whole minutes", begun }, ...count(whole), term, children: [of] });
}

export const isHolding = ({ value }: Derivation): boolean => value.kind === "words" && value.words === said.holds;

function isOnSide(order: number, direction: Mark["direction"]): boolean {
  switch (direction) {
    case "at least":
      return order >= 0;
    case "at most":
      return order <= 0;
    case "less than":
      return order < 0;
    case "more than":
      return order > 0;
  }
}

/** Numbers by size, instants by time; values that cannot be compared are equal. */
function orderOf(left: Exact, right: Exact): number {
  if (left.kind === "instant" && right.kind === "instant") return left.at - right.at;
  if (left.kind !== "number" || right.kind !== "number") return 0;
  return compare(fractionOf(left.exact), fractionOf(right.exact));
}

function fractionOf(exact: string) {
  const [n = "0", d = "1"] = exact.split("/");
  return fraction(BigInt(n), BigInt(d));
}
