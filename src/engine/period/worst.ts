import type { Verdict } from "../agreement/words.ts";

/** The worst of several verdicts: what one test has missed no other can make good; `not rated` of none. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  return order.find((verdict) => verdicts.includes(verdict)) ?? "not rated";
}

const order: readonly Verdict[] = ["missed", "held", "undetermined", "at minimum", "met", "not rated"];
