import { addDays, type Day, dateOf, dayOf } from "../../time/civil.ts";
import type { WeightRules } from "../plan/weight.ts";

export type Notice =
  | { readonly accepted: true; readonly earliest: Day; readonly nextPeriod: Day }
  | { readonly accepted: false; readonly refusal: "one_weight_change_per_contract_year" };

/** When a change of weights may begin: never before its notice has run, and with the first period after that. */
export function noticeOf(rules: WeightRules, given: Day, changesThisYear: number): Notice {
  if (rules.changesPerYear !== null && changesThisYear >= rules.changesPerYear)
    return { accepted: false, refusal: "one_weight_change_per_contract_year" };
  const { year, month, day } = dateOf(given);
  const earliest = addDays(dayOf(year, month + rules.noticeMonths, day), rules.noticeDays);
  const then = dateOf(earliest);
  return {
    accepted: true,
    earliest,
    nextPeriod: then.day === 1 ? earliest : dayOf(then.year, then.month + 1, 1),
  };
}
