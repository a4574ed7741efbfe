import type { AwardDocument, CountsDocument, TimesDocument } from "../../../agreement/document/credit-award.ts";
import { monthsOf } from "../../../credit/written/award-of.ts";
import { any, capital } from "../../words/list.ts";
import { termText } from "../../words/term.ts";
import { factWords } from "./fact-text.ts";
import { givesText, verdictText } from "./gives-text.ts";
import { ordinal, plain } from "./number-text.ts";
import { rowList } from "./row-text.ts";
import { capText, defined, levelNames, type ToldPlan } from "./told-plan.ts";

/** One award in sentences: for whom, when, what it gives, by what it is multiplied, and its cap. */
export function awardText(told: ToldPlan, award: AwardDocument): string {
  const { gives, times = [], at_most } = award;
  const factors = times.map((factor) => factorText(factor)).filter(Boolean);
  return [
    `${capital(whenText(told, award))}, the credit ${forEach[gives.for_each ?? "miss"]}${givesText(told, gives)}.`,
    ...(factors.length === 0 ? [] : [`It is multiplied by ${factors.join(", and by ")}.`]),
    ...(at_most === undefined ? [] : [`It is at most ${capText(told, at_most)}.`]),
  ].join(" ");
}

const forEach = {
  miss: "",
  "record out of time": "for each record out of time ",
  outage: "for each outage of it by itself ",
  month: "of the month, given once on the first of these failures, ",
} as const;

function whenText(told: ToldPlan, award: AwardDocument): string {
  if (award.gives.by === "score") return "for the score of the month";
  const who = whoText(told, award);
  const counts = award.counts ? ` and ${countsText(told, award.counts)}` : "";
  return `where ${who} is ${verdictText(award.verdict)}${counts}`;
}

/** The levels that an award is for: those named, of a category, or any. */
function whoText(told: ToldPlan, { level, levels = [], category }: AwardDocument): string {
  const named = levelNames(told, [...(level === undefined ? [] : [level]), ...levels]);
  const inCategory = category === undefined ? [] : [`a service level of ${defined(category)}`];
  const all = [...named, ...inCategory];
  if (all.length > 0) return any(all);
  return told.plan.awards.some(isNamed) ? "any other service level" : "any service level";
}

/** Awards for named levels come before general ones. */
export const isNamed = ({ level, levels, category, gives }: AwardDocument): boolean =>
  level !== undefined || levels !== undefined || category !== undefined || gives.by === "score";

function countsText({ plan }: ToldPlan, { count, within, how = "from the nth" }: CountsDocument): string {
  const months = within ? monthsOf(within) : 12;
  const said =
    within && within.kind !== "months" ? `${termText(within)}, taken as ${months} months,` : `${months} months`;
  const window = `in the ${said} that end with the month`;
  switch (how) {
    case "from the nth":
      return `this is at least its ${ordinal(count)} failure ${window}`;
    case "every nth":
      return `the number of its failures ${window} is a multiple of ${count}`;
    case "in a row": {
      const counted = plan.repeat?.verdict === undefined ? "failure" : `failure that is ${plan.repeat.verdict}`;
      return `this is at least the ${ordinal(count)} ${counted} in a row`;
    }
  }
}

/** A factor as it follows `multiplied by`. */
function factorText({ factor, flag, by, over, rows }: TimesDocument): string {
  if (flag !== undefined) return `${factor ? plain(factor) : "1"} where a person sets “${flag}” for it`;
  if (by === undefined) return factor ? plain(factor) : "";
  const { name } = factWords[by];
  if (rows) {
    const list = rowList(rows, { fact: by, say: (row) => plain(row.factor), otherwise: "1" });
    return `a factor that depends on ${name} (${list})`;
  }
  return over === undefined ? name : `${name} divided by ${factWords[over].name}`;
}
