import type {
  BonusDocument,
  EarnBackDocument,
  ImproveDocument,
} from "../../../../engine/agreement/document/credit-after.ts";
import type { RepeatDocument } from "../../../../engine/agreement/document/credit-award.ts";
import { monthOf } from "../../../../engine/credit/later/months.ts";
import type { Complaint } from "../../problem.ts";
import { atKey, atValue } from "../rule.ts";
import { eachPlan, type PlanPlace } from "./plan-place.ts";

/** What follows a failure or more than was promised is said as a whole, and can come to pass. */
export const afterWhole = eachPlan((place) => {
  const { plan, path } = place;
  return [
    ...(plan.repeat ? repeatComplaints([...path, "repeat"], plan.repeat) : []),
    ...(plan.earn_back ? earnBackComplaints(place, plan.earn_back) : []),
    ...(plan.bonus ? bonusComplaints([...path, "bonus"], plan.bonus) : []),
    ...(plan.improve ?? []).flatMap((rule, index) => improveComplaints([...path, "improve", String(index)], rule)),
  ];
});

function repeatComplaints(
  path: readonly string[],
  { factor, factors, in_a_row }: RepeatDocument,
): readonly Complaint[] {
  if ((factor === undefined) === (factors === undefined)) {
    const message = "a repeat says 'factor' or 'factors', one of them.";
    return [atKey(path, { code: "repeat-unclear", message, way_out: factor ? "Keep one." : "Add one." })];
  }
  return [
    ...(in_a_row !== undefined && factors !== undefined
      ? [idle([...path, "in_a_row"], "'factors' begin with the first failure.")]
      : []),
    ...(factors?.length === 0 ? [tooSmall([...path, "factors"], "no factor is written.", "Write one or more.")] : []),
    ...(in_a_row === 0
      ? [tooSmall([...path, "in_a_row"], "nothing at all would complete it.", "Write 1 or more.")]
      : []),
  ];
}

function earnBackComplaints({ plan, path, document }: PlanPlace, rule: EarnBackDocument): readonly Complaint[] {
  const at = [...path, "earn_back"];
  const isAverage = rule.when === "average at expected";
  const [needed, other] = isAverage
    ? (["at_least_months", "in_a_row"] as const)
    : (["in_a_row", "at_least_months"] as const);
  const months = rule[needed];
  const term = monthOf(plan.until ?? document.contract.until) - monthOf(plan.from) + 1;
  return [
    ...(months === undefined && !isAverage ? [missing(at, "in_a_row")] : []),
    ...(rule[other] === undefined ? [] : [idle([...at, other], `'${rule.when}' does not look at it.`)]),
    ...(months === 0 ? [tooSmall([...at, needed], "nothing at all would complete it.", "Write 1 or more.")] : []),
    ...(isAverage && months !== undefined && months > 12
      ? [
          atValue([...at, needed], {
            code: "never-reached",
            message: "a contract year has 12 months.",
            way_out: "Write 12 or less.",
          }),
        ]
      : []),
    ...(months !== undefined && months >= term && !isAverage ? [longer([...at, needed], months, term)] : []),
    ...(rule.not_in ?? []).flatMap((month, index) => monthComplaints([...at, "not_in", String(index)], month)),
  ];
}

function longer(path: readonly string[], months: number, term: number): Complaint {
  const message = `${months} months after a miss do not fit into the ${term} months of this plan.`;
  return atValue(path, { code: "never-reached", message, way_out: `Write less than ${term}.` });
}

function monthComplaints(path: readonly string[], month: number): readonly Complaint[] {
  if (month >= 1 && month <= 12) return [];
  const message = `there is no month ${month}.`;
  return [atValue(path, { code: "no-such-date", message, way_out: "Months are 1 to 12." })];
}

function bonusComplaints(path: readonly string[], { share, of, amount }: BonusDocument): readonly Complaint[] {
  if ((share === undefined) === (amount === undefined)) {
    const message = "a bonus gives 'share' or 'amount', one of them.";
    return [atKey(path, { code: "gives-unclear", message, way_out: share ? "Keep one." : "Add one." })];
  }
  if (share !== undefined && of === undefined) {
    const message = "it is not said of what the share is.";
    return [atKey(path, { code: "base-missing", message, way_out: "Add 'of' with a base." })];
  }
  return share === undefined && of !== undefined ? [idle([...path, "of"], "it belongs to a share.")] : [];
}

function improveComplaints(path: readonly string[], { to, share }: ImproveDocument): readonly Complaint[] {
  if (to === "step of the gap" && share === undefined) return [missing(path, "share")];
  return to !== "step of the gap" && share !== undefined ? [idle([...path, "share"], `'${to}' has no step.`)] : [];
}

function missing(path: readonly string[], field: string): Complaint {
  const message = `'${field}' is needed here.`;
  return atKey(path, { code: `${field.replaceAll("_", "-")}-missing`, message, way_out: "Add it." });
}

const idle = (path: readonly string[], why: string): Complaint =>
  atKey(path, { code: "field-without-use", message: `it means nothing here: ${why}`, way_out: "Remove it." });

const tooSmall = (path: readonly string[], message: string, way_out: string): Complaint =>
  atValue(path, { code: "count-too-small", message, way_out });
