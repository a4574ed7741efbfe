import type { LevelTerms } from "../../agreement/terms.ts";
import type { Item } from "../../measure/measurement.ts";
import type { Period, Result } from "../../period/result.ts";
import type { Fact } from "../../record/record.ts";
import { holds } from "../../time/span.ts";
import type { Zone } from "../../time/zone.ts";
import { recordWords } from "../words/agreement-words.ts";
import { localTime } from "../words/dates.ts";
import { periodLabel } from "../words/period.ts";
import { nameOf } from "../words/place.ts";
import { reasonSentence } from "../words/reason-words.ts";
import type { DerivedTerm } from "./derivation.ts";
import { type ExplainContext, placeOf, type Setting, termAt, zoneOf } from "./setting.ts";

/** What one service level did with a record, in one period or in none. */
export interface WhyNot {
  readonly agreement: string;
  readonly level: string;
  readonly title: string;
  readonly group: string | null;
  /** Null where no period has anything to say about the record. */
  readonly period: string | null;
  readonly answer: "counts as good" | "counts as not good" | "counts as not known" | "does not count";
  /** Why, in a sentence, and the term that decided. */
  readonly because: string;
  readonly term: DerivedTerm | null;
}

/** The record asked about and everything that was judged: results of any levels and periods. */
export interface Asked {
  readonly record: string;
  readonly results: readonly Result[];
  /** Levels in force; one without any result is answered too. */
  readonly levels: readonly LevelTerms[];
}

/** For every service level, whether and where a record counted, or why it does not. */
export function whyNot({ record, results, levels }: Asked, context: ExplainContext): readonly WhyNot[] {
  const facts = Object.values(context.facts)
    .flat()
    .filter(({ id }) => id === record);
  return levels.flatMap((level) => {
    const setting: Setting = { ...context, level };
    const own = results.filter((result) => result.level.agreement === level.agreement && result.level.id === level.id);
    const answered = own.flatMap((result) => answersOf(setting, result, record));
    const decided = answered.filter(({ answer }) => answer !== "does not count");
    if (decided.length > 0) return decided;
    return answered.length > 0 ? lastOfGroups(answered) : [withoutItem(setting, { facts, results: own })];
  });
}

function answersOf(setting: Setting, result: Result, record: string): WhyNot[] {
  const measurements =
    result.stages.length > 0 ? result.stages.map(({ measurement }) => measurement) : [result.measurement];
  const items = measurements.flatMap(({ items: each }) => each.filter((item) => item.record === record));
  return items.map((item) => ({
    ...headOf(setting, result),
    answer: answerOf(item),
    because: becauseOf(setting, item, result.period),
    term: termOf(setting, item),
  }));
}

const headOf = ({ level, contract }: Setting, result: Result | null): Omit<WhyNot, "answer" | "because" | "term"> => ({
  agreement: level.agreement,
  level: level.id,
  title: level.title,
  group: result?.group == null ? null : nameOf(result.group, contract),
  period: result === null ? null : periodLabel(result.period.id),
});

function answerOf({ counted, good }: Item): WhyNot["answer"] {
  if (!counted) return "does not count";
  if (good === null) return "counts as not known";
  return good ? "counts as good" : "counts as not good";
}

/** The reason of the item; where its verdict lies in another period, that instant. */
function becauseOf(setting: Setting, item: Item, period: Period): string {
  const said = reasonSentence(item.why, placeOf(setting));
  const judged = item.reading?.judgements.find(({ at }) => !holds(period, at))?.at;
  if (item.counted || judged === undefined || !elsewhere.has(item.why.code)) return said;
  return `${said} It was judged ${localTime(zoneOf(setting), judged)}.`;
}

const elsewhere: ReadonlySet<string> = new Set(["judged-before", "missed-before", "other-period", "still-running"]);

/** The term of the level that kept the record out. */
function termOf(setting: Setting, { why, counted }: Item): DerivedTerm | null {
  const path = paths[why.code];
  if (counted || path === undefined) return null;
  return termAt(setting, path(why.facts), why.facts.because ?? why.facts.field ?? why.facts.service ?? why.code);
}

const paths: Readonly<Record<string, (facts: Readonly<Record<string, string>>) => string>> = {
  "not-selected": ({ field }) => `where.${field}`,
  "field-missing": ({ field }) => `where.${field}`,
  excepted: () => "except",
  relieved: () => "relief",
  "other-service": () => "services",
  "other-group": () => "judged_per",
  "no-row": ({ field }) => `clock.per_${field}`,
  "row-unknown": ({ field }) => `clock.per_${field}`,
  "not-started": () => "clock.starts",
  "called-off": () => "rules.merged",
  "judged-before": () => "rules.counted_by",
  "missed-before": () => "rules.missed_once",
  "other-period": () => "rules.counted_by",
  "still-running": () => "clock.stops",
};

/** Groups and periods that say the same are said once, the newest of them. */
function lastOfGroups(answers: readonly WhyNot[]): WhyNot[] {
  const last = new Map(answers.map((each) => [each.because, each]));
  return [...last.values()];
}

interface Bare {
  readonly facts: readonly Fact[];
  readonly results: readonly Result[];
}

/** No result has an item of the record: it is of another kind or tool, unknown, or lived in other periods. */
function withoutItem(setting: Setting, { facts, results }: Bare): WhyNot {
  const { level, contract } = setting;
  const head = { ...headOf(setting, null), answer: "does not count" as const };
  const fact = facts.find(({ kind }) => kind === level.of);
  if (facts.length === 0) return { ...head, because: "No record with this number was read.", term: null };
  if (level.of === null)
    return {
      ...head,
      because: "This service level counts no records.",
      term: termAt(setting, "measure", level.measure),
    };
  if (!fact) return { ...head, because: kindSentence(facts, level.of), term: termAt(setting, "of", level.of) };
  if (level.source !== null && fact.tool !== level.source) {
    const because = `It comes from ${nameOf(fact.tool, contract)}; only records of ${nameOf(level.source, contract)} are meant.`;
    return { ...head, because, term: termAt(setting, "source", level.source) };
  }
  return {
    ...head,
    because: lifeSentence(zoneOf(setting), fact, results),
    term: termAt(setting, "period", level.period.kind),
  };
}

function kindSentence(facts: readonly Fact[], of: NonNullable<LevelTerms["of"]>): string {
  const own = facts.map(({ kind }) => recordWords[kind].one).join(" and ");
  return `It is ${/^[aeiou]/.test(own) ? "an" : "a"} ${own}; this service level counts ${recordWords[of].many}.`;
}

function lifeSentence(zone: Zone, { events }: Fact, results: readonly Result[]): string {
  const [first, last] = [events[0], events.at(-1)];
  const periods = results.map(({ period }) => periodLabel(period.id)).join(", ");
  if (!first || !last) return "Nothing is known of it.";
  return `It lived from ${localTime(zone, first.happened)} to ${localTime(zone, last.happened)}, and nothing of it was judged in ${periods || "any period"}.`;
}
