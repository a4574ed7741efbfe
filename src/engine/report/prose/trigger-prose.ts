import type { ContractDocument } from "../../agreement/document/document.ts";
import type { Opening, TriggerDocument } from "../../agreement/document/improvement.ts";
import { entry } from "../../agreement/document/written.ts";
import { documentAt } from "../../agreement/resolve/amended.ts";
import type { Verdict } from "../../agreement/words.ts";
import type { Day } from "../../time/civil.ts";
import { allowedTime } from "../words/duration.ts";
import { markText, shareText } from "../words/figure.ts";
import { any, counted, group } from "../words/list.ts";
import { moneyText } from "../words/money.ts";
import { termText } from "../words/term.ts";
import { conditionOfFigures } from "./trigger-figures.ts";

/** A trigger as a sentence of a contract. */
export interface TriggerProse {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** Every trigger of a contract as in force on a day, in words, in the order in which they are written. */
export function triggerProse(document: ContractDocument, day: Day): readonly TriggerProse[] {
  const now = documentAt(document, day);
  return Object.entries(now.improvement.triggers ?? {}).map(([id, trigger]) => ({
    id,
    title: trigger.title,
    text: [`${openingWords[trigger.opens]} follows when ${conditionOf(now, trigger)}.`, ...askedFor(trigger)].join(" "),
  }));
}

const openingWords: Readonly<Record<Opening, string>> = {
  "root cause analysis": "A root cause analysis",
  "improvement plan": "An improvement plan",
  escalation: "An escalation",
  "critical failure": "A critical failure",
  "right to end the contract": "The right to end the contract",
};

function conditionOf(document: ContractDocument, trigger: TriggerDocument): string {
  const { credits, limit_reached } = trigger;
  if (credits !== undefined) return `${creditsOf(document, trigger)}${monthsCounted(trigger)}`;
  if (limit_reached !== undefined)
    return `the limit of ${planTitle(document, limit_reached)} cuts the credit of a month${monthsCounted(trigger)}`;
  return `${levelsOf(document, trigger)} ${conditionOfFigures(trigger) ?? chronicOf(trigger) ?? verdictsOf(trigger)}`;
}

function levelsOf(document: ContractDocument, { agreement, levels = "all" }: TriggerDocument): string {
  const of = agreement === undefined ? "" : ` of “${entry(document.agreements, agreement)?.title ?? agreement}”`;
  if (levels === "all") return `a service level${of}`;
  if (levels === "critical") return `a critical service level${of}`;
  return `${any(levels.map((level) => `“${levelTitle(document, level, agreement)}”`))}${of}`;
}

function levelTitle({ agreements }: ContractDocument, level: string, within: string | undefined): string {
  const [first = "", second] = level.split("/");
  const [agreement, id] = second === undefined ? [within, first] : [first, second];
  const homes = agreement === undefined ? Object.values(agreements) : [entry(agreements, agreement)];
  const found = homes.map((home) => entry(home?.service_levels, id)).find((one) => one !== undefined);
  return found?.title ?? level;
}

const verdictWords: Readonly<Record<Verdict, string>> = {
  met: "is met",
  "at minimum": "is at minimum",
  missed: "is missed",
  "not rated": "is not rated",
  undetermined: "is undetermined",
  held: "is held",
};

function verdictsOf({ verdict = "missed", in_a_row, times, out_of }: TriggerDocument): string {
  const words = verdictWords[verdict];
  if (times !== undefined && out_of !== undefined)
    return `${words} in ${group(times)} of its last ${counted(out_of, "rated period")}`;
  return in_a_row === undefined || in_a_row === 1 ? words : `${words} in ${group(in_a_row)} rated periods in a row`;
}

/** `has 3 outages or more in 30 days that end with an outage` */
function chronicOf({ chronic }: TriggerDocument): string | null {
  if (chronic === undefined) return null;
  const { outages, downtime, within } = chronic;
  const size =
    outages === undefined
      ? `outages of ${downtime ? markText(downtime, { places: 0 }) : "any length"}`
      : `${counted(outages, "outage")} or more`;
  return `has ${size} within ${termText(within)}, counted back from the end of each outage`;
}

function creditsOf(document: ContractDocument, { credits }: TriggerDocument): string {
  const least = credits?.at_least;
  const plan = planTitle(document, credits?.plan ?? "");
  if (least === undefined) return `${plan} gives a credit for a month`;
  const size = "of" in least ? `${shareText(least.share)} of ${least.of}` : moneyText(least);
  return `the credit of a month by ${plan} is at least ${size}`;
}

const planTitle = ({ credit_plans }: ContractDocument, id: string): string =>
  `“${entry(credit_plans, id)?.title ?? id}”`;

function monthsCounted({ in_a_row, times, out_of }: TriggerDocument): string {
  if (times !== undefined && out_of !== undefined)
    return `, in ${group(times)} of the last ${counted(out_of, "month")}`;
  return in_a_row === undefined || in_a_row === 1 ? "" : `, ${counted(in_a_row, "month")} in a row`;
}

function askedFor({ within, notice, expires }: TriggerDocument): readonly string[] {
  return [
    ...(within ? [`It is to be done within ${allowedTime(within)}.`] : []),
    ...(notice ? [`It is used with notice of ${termText(notice)}.`] : []),
    ...(expires ? [`It is lost ${termText(expires)} after the period, or the outage, that gave it.`] : []),
  ];
}
