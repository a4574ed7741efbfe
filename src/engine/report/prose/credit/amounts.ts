import type { BaseDocument } from "../../../agreement/document/credit-plan.ts";
import { entry } from "../../../agreement/document/written.ts";
import { shareText } from "../../words/figure.ts";
import { all } from "../../words/list.ts";
import { moneyText } from "../../words/money.ts";
import { plain } from "./number-text.ts";
import { type PlanPart, part } from "./plan-text.ts";
import { defined, type ToldPlan } from "./told-plan.ts";

/** The amounts that shares are taken of, each with what it is made of; nothing for a plan without any. */
export function amountParts(told: ToldPlan): readonly PlanPart[] {
  const bases = Object.entries(told.plan.bases);
  if (bases.length === 0) return [];
  return [part("Amounts", [...bases.flatMap(([name, base]) => sentencesOf(told, name, base)), ...ofLongCharges(told)])];
}

function sentencesOf(told: ToldPlan, name: string, base: BaseDocument): readonly string[] {
  return [
    `${defined(name)} means ${madeOf(told, base)}.`,
    ...partRule(base),
    ...enteredRules(base),
    ...belowZero(base),
  ];
}

function madeOf(told: ToldPlan, base: BaseDocument): string {
  const share = base.share === undefined ? "" : `${shareText(base.share)} of `;
  const by = base.divided_by === undefined ? "" : `, divided by ${plain(base.divided_by)}`;
  return `${share}${sourceOf(told, base)}${by}`;
}

function sourceOf({ contract }: ToldPlan, base: BaseDocument): string {
  if (base.charges) {
    const titles = base.charges.map((id) => `“${entry(contract.charges, id)?.title ?? id}”`);
    return `the charges of ${monthWords[base.of ?? "month of the miss"] ?? base.of} for ${all(titles)}, ${countedBy(base)}`;
  }
  if (base.sum) return `the sum of ${all(base.sum.map(defined))}`;
  if (base.amount) return `the agreed amount of ${moneyText(base.amount)}`;
  return base.entered ? "the amount that a person enters for the month" : defined(base.of ?? "");
}

const monthWords: Readonly<Record<string, string>> = {
  "month of the miss": "the month",
  "month before": "the month before",
  "month after": "the month that follows",
  "quarter of the miss": "the calendar quarter in which the month lies",
  "quarter after": "the calendar quarter that follows",
  "contract year": "the whole contract year in which the month lies",
};

/** Which of the amounts of a charge counts. */
function countedBy({ prorated, of = "month of the miss" }: BaseDocument): string {
  if (prorated === "days") return "each day as in force on it and days on which the agreement is not in force left out";
  return of.startsWith("month ") ? "as in force on its first day" : "each month as in force on its first day";
}

/** Which part of a charge counts, where not the whole. */
function partRule(base: BaseDocument): readonly string[] {
  if (!base.charges || base.part === undefined || base.part === "whole") return [];
  const failed = base.part === "failing component" ? "components" : "services";
  return [
    `Of each charge only the part of the ${failed} that failed counts, all ${failed} of a charge counting the same; for a failure these are its own, for a limit those of all failures of the month.`,
  ];
}

function enteredRules({ entered, missing = "held" }: BaseDocument): readonly string[] {
  if (entered === undefined) return [];
  return [
    missing === "held"
      ? "While it is not entered, the credit of the month waits."
      : "While it is not entered, the amount entered for the month before is taken; without that, the credit waits.",
  ];
}

/** Charges are not below zero as a rule, so it is said of them only where somebody wrote it. */
function belowZero({ entered, negative }: BaseDocument): readonly string[] {
  if (negative === undefined && entered === undefined) return [];
  return [negative === "kept" ? "It counts as it is, also below zero." : "Below zero it counts as zero."];
}

/** How a charge of a quarter or a year falls to its months, where the plan reads such a charge. */
function ofLongCharges({ contract, plan }: ToldPlan): readonly string[] {
  const read = Object.values(plan.bases).flatMap(({ charges }) => charges ?? []);
  const spans = new Set(read.map((id) => entry(contract.charges, id)?.per));
  return [
    ...(spans.has("quarter") ? ["A charge for a quarter counts a third in each month."] : []),
    ...(spans.has("year") ? ["A charge for a year counts a twelfth in each month."] : []),
  ];
}
