import { entry } from "../../../agreement/document/written.ts";
import { longDay } from "../../words/dates.ts";
import { all } from "../../words/list.ts";
import { plain } from "./number-text.ts";
import { type PlanPart, part } from "./plan-text.ts";
import { nameOf, partiesOf, type ToldPlan } from "./told-plan.ts";

/** What the plan is for, from when, who answers for it, and its currency. */
export function purposePart(told: ToldPlan): PlanPart {
  const { contract, plan } = told;
  const { from, to } = partiesOf(told);
  const agreement = entry(contract.agreements, plan.for)?.title ?? plan.for;
  return part("What it is for", [
    `By this plan ${from} credits ${to} for service levels of “${agreement}” that are not met.`,
    ...(plan.clause === undefined ? [] : [`It stands on ${plan.clause}.`]),
    lastingText(told),
    "A result counts in the month in which its period ends.",
    ...ratesOf(told),
    `${nameOf(told, plan.owner)} answers for the plan.`,
    ...(plan.approved_by ? [`Credits are approved by ${all(plan.approved_by.map((id) => nameOf(told, id)))}.`] : []),
  ]);
}

function lastingText({ contract, plan }: ToldPlan): string {
  const last = plan.until === undefined ? `until the contract ends on ${longDay(contract.contract.until)}` : null;
  const from = `It holds for every month that begins on or after ${longDay(plan.from)}`;
  const until = last ?? `and on or before ${longDay(plan.until ?? plan.from)}`;
  return `${from}${last ? ", " : " "}${until}; earlier months are measured without credits.`;
}

/** The currency, and what other currencies are worth in it. */
function ratesOf({ plan, currency }: ToldPlan): readonly string[] {
  const rates = plan.rates ?? [];
  return [
    `Credits are in ${currency}.`,
    ...rates.map(
      ({ of, from, rate, source }) =>
        `From ${longDay(from)} on 1 ${of} is ${plain(rate)} ${currency} (${source.replace(/\.$/, "")}).`,
    ),
    ...(rates.length > 0
      ? ["The rate in force on the first day of the month is taken, and nothing is converted at another."]
      : []),
  ];
}
