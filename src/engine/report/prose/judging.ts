import type { LevelTerms, LowVolume } from "../../agreement/terms.ts";
import { usualMoments } from "../../measure/moment-of.ts";
import { judgedPerWords, lowVolumeWords, recordWords } from "../words/agreement-words.ts";
import { allowedTime } from "../words/duration.ts";
import { shareText } from "../words/figure.ts";
import { any, capital, sentence } from "../words/list.ts";
import { ruleWords } from "../words/rule-words.ts";
import { ruleSentence } from "./rule-sentence.ts";

/** How the figure becomes a verdict: to which period records belong, few records, missing data, disputes. */
export function judgingSentences(level: LevelTerms): readonly string[] {
  const { rules } = level;
  return [
    ...belonging(level),
    `${capital(judgedPerWords[level.judgedPer])}${level.judgedPer === "all together" ? " are judged" : " is judged"}.`,
    ...[level.lowVolume, ...level.stages.map(({ lowVolume }) => lowVolume)].flatMap((low) => fewRecords(level, low)),
    ...level.stages.map(({ within }) => `The step of ${allowedTime(within)} must hold as every other step must.`),
    ruleSentence(rules, "if_nothing_happened"),
    ruleSentence(rules, "if_not_measured"),
    `With less than ${shareText(level.completeFrom)} of the data, or where the unknown part could decide, it is ${rules.if_not_measured}.`,
    ruleSentence(rules, "if_disputed"),
  ].map(sentence);
}

/** To which period a record or a second belongs. */
function belonging(level: LevelTerms): readonly string[] {
  const { rules, clock, of } = level;
  switch (level.measure) {
    case "share of time":
    case "time between failures":
    case "time to restore":
      return (["over_month_end", "overlaps", "state_at_start", "unknown_time"] as const).map((key) =>
        ruleSentence(rules, key),
      );
    case "score":
    case "entered":
    case "share of samples":
    case "backlog":
      return [];
    case "share in time":
    case "share of records":
    case "share of answers":
    case "average":
    case "percentile":
    case "number":
    case "rate":
    case "time between incidents":
      if (rules.counted_by !== null || (clock !== null && level.measure === "share in time"))
        return [ruleSentence(rules, "counted_by")];
      return of === null
        ? []
        : [`A record belongs to the period in which it was ${any(usualMoments[of].slice(0, 1))}.`];
  }
}

function fewRecords(level: LevelTerms, low: LowVolume | null): readonly string[] {
  if (low === null) return [];
  const many = level.of === null ? "records" : recordWords[level.of].many;
  return [`With fewer than ${low.fewerThan} ${many}, ${lowVolumeWords[low.then](low.misses)}.`];
}

/** How the figure is rounded and compared. */
export function roundingSentence({ rules }: LevelTerms): string {
  const compared = `${ruleWords.compare_at.name} ${ruleWords.compare_at.says(rules.compare_at)}`;
  const shown =
    rules.compare_at === null ? ", and shown with two places, or more where it would look like the target" : "";
  return sentence(`${compared}${shown}; a half is rounded ${ruleWords.half.says(rules.half)}`);
}
