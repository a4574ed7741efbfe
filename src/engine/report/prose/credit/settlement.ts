import { emptyPlan } from "../../../credit/plan/plan.ts";
import { shareText } from "../../words/figure.ts";
import { moneyText } from "../../words/money.ts";
import { daysText } from "./number-text.ts";
import { type PlanPart, part } from "./plan-text.ts";
import { defined, partiesOf, type ToldPlan } from "./told-plan.ts";

/** What is given instead of everything else; nothing for a plan without it. */
export function overrideParts({ plan: { override } }: ToldPlan): readonly PlanPart[] {
  if (!override) return [];
  const { share, of, amount } = override.gives;
  const given = share ? `${shareText(share)} of ${defined(of ?? "")}` : amount ? moneyText(amount) : "nothing";
  return [
    part("Given instead", [
      `Where a person sets “${override.if}” for a month, ${given} is given instead of all credits of that month; what was carried into the month stays.`,
      "The limits of the month, of the quarter and of the year hold for it as well.",
    ]),
  ];
}

/** Whether a credit must be claimed, and by when. */
export function claimPart(told: ToldPlan): PlanPart {
  const { claimed_within: within } = told.plan;
  if (within === undefined) return part("Claim", ["No claim is needed."]);
  return part("Claim", [
    `Credits of a month are given only if ${partiesOf(told).to} claims them within ${daysText(within)} after the end of the month.`,
    "One claim is for all failures of the month; without it they stay failures and give nothing.",
  ]);
}

/** When a credit is set off, what an invoice is too small for, and what the end of the contract does. */
export function settlementPart({ plan, contract }: ToldPlan): PlanPart {
  const { on = "next invoice", excess = "carried", at_the_end: end = "paid in cash" } = plan.settled ?? {};
  const span = on === "next quarter" ? "calendar quarter" : "month";
  const under = contract.agreements[plan.for]?.kind === "SLA" ? "the contract" : "the agreement";
  return part("Settlement", [
    "What the client gives up, and what is disputed while it is, is taken off the credit; the failures stay, and the rest is settled.",
    `A credit is set against the invoice of the ${span} that follows, which is all charges of that ${span} under ${under}.`,
    excess === "lapses"
      ? "What is more than the invoice lapses."
      : "What is more than the invoice waits for the next one.",
    end === "lapses"
      ? "What is due with the last month of the contract lapses."
      : "What is due with the last month of the contract is paid in cash.",
  ]);
}

/** The one rounding, to the smallest unit of the currency. */
export function roundingPart({ currency }: ToldPlan): PlanPart {
  const places = emptyPlan(currency).minorPlaces;
  const unit = places === 0 ? "1" : `0.${"1".padStart(places, "0")}`;
  return part("Rounding", [
    `Everything is calculated exactly, and only the credit of the month is rounded: once, half up, to ${unit} ${currency}.`,
    "What the credit comes to for each failure is its part in proportion, rounded in the same way; what is left over stands with the largest.",
  ]);
}
