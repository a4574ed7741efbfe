import type { ClockTerms, ContractTerms, LevelTerms } from "../../agreement/terms.ts";
import { bearerWords, momentWords } from "../words/agreement-words.ts";
import { allowedTime } from "../words/duration.ts";
import { all, sentence, small } from "../words/list.ts";
import { ruleWords } from "../words/rule-words.ts";
import { calendarText } from "./hours-prose.ts";
import { ruleSentence } from "./rule-sentence.ts";

/** The rules of a level's clock in sentences; none where the measure has no clock. */
export function clockSentences(level: LevelTerms, contract: ContractTerms): readonly string[] {
  const { clock } = level;
  if (clock === null) return [];
  return [startAndStop(clock), timeAllowed(clock), ...pauses(clock, contract), ...rulesOf(level)].filter(Boolean);
}

/** A row of the clock's table in words. */
export interface TimeAllowed {
  readonly name: string;
  readonly within: string;
  readonly calendar: string;
  readonly clause: string | null;
}

/** The table of times: a row for each priority, offering, service or site; the one row of a clock without a table. */
export function timesAllowed(level: LevelTerms, contract: ContractTerms): readonly TimeAllowed[] {
  const { clock } = level;
  if (clock === null) return [];
  return Object.entries(clock.rows).map(([key, row]) => ({
    name: key === "*" ? "every record" : rowName(key, contract),
    within: row.within === null ? stagesOrDue(level) : allowedTime(row.within),
    calendar: calendarText(row.calendar, contract),
    clause: row.clause,
  }));
}

function rowName(key: string, contract: ContractTerms): string {
  const priority = contract.priorities.find(({ id }) => id === key);
  if (priority) return `${key} ${priority.name}`;
  return contract.catalogue[key]?.name ?? contract.names[key] ?? key;
}

function stagesOrDue(level: LevelTerms): string {
  if (level.stages.length > 0) return all(level.stages.map(({ within }) => allowedTime(within)));
  return level.clock?.by ? `until ${momentWords[level.clock.by].when}` : "no limit";
}

function startAndStop(clock: ClockTerms): string {
  const start =
    clock.by === null
      ? `The clock of a record starts when ${momentWords[clock.starts].when} and`
      : "The clock of a record";
  const due =
    clock.by === null
      ? ""
      : `; it is in time when that is not later than the moment at which ${momentWords[clock.by].when}`;
  return `${start} stops when ${momentWords[clock.stops].when}${due}.`;
}

const timeAllowed = (clock: ClockTerms): string =>
  clock.per === null
    ? ""
    : `The time allowed depends on the ${clock.per} of the record; a record whose ${clock.per} has no row is not counted.`;

function pauses(clock: ClockTerms, contract: ContractTerms): readonly string[] {
  if (clock.pauses.length === 0) return ["Nothing pauses the clock."];
  return clock.pauses.map((id) => {
    const waiting = contract.waiting[id];
    if (waiting === undefined) return `The clock pauses while the record waits for ${id}.`;
    const ends = waiting.endsAfter === null ? "" : `, and runs again after ${allowedTime(waiting.endsAfter)}`;
    return `The clock pauses while the record waits for: ${small(waiting.name)} (${bearerWords[waiting.bearer]})${ends}.`;
  });
}

/** The rules that decide most disputes about a clock; all others stand in the list of terms. */
function rulesOf({ rules }: LevelTerms): readonly string[] {
  const late = rules.reopened_within === null ? "" : `; it ${ruleWords.reopened_within.says(rules.reopened_within)}`;
  const reopened = `${ruleWords.on_reopen.name} ${ruleWords.on_reopen.says(rules.on_reopen)}${late}.`;
  return [reopened, ...decisive.map((key) => ruleSentence(rules, key))].map(sentence);
}

const decisive = [
  "on_priority_change",
  "missed_once",
  "merged",
  "opened_out_of_hours",
  "exactly_on_target",
  "begun_unseen",
] as const;
