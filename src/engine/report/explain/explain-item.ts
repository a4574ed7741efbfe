import type { Allowed, Unit } from "../../agreement/quantity.ts";
import type { Item } from "../../measure/measurement.ts";
import type { Fact } from "../../record/record.ts";
import { figureText } from "../words/figure.ts";
import { reasonSentence } from "../words/reason-words.ts";
import { type ClockCase, history } from "./counted-time.ts";
import { type Derivation, said } from "./derivation.ts";
import { clockNode } from "./explain-clock.ts";
import { explainJudgement } from "./explain-judgement.ts";
import { moment, node, number, type Shown, words } from "./nodes.ts";
import { placeOf, type Setting, termAt, zoneOf } from "./setting.ts";

/** A population to be explained: ids start with `under`; a staged test has a time of its own. */
export interface PopulationCase {
  readonly setting: Setting;
  readonly under: string;
  readonly within: Allowed | null;
  readonly factOf: (record: string) => Fact | null;
}

/** The word that a record has as its value in counts. */
export function wordOf({ counted, good }: Item): string {
  if (!counted) return said.out;
  if (good === null) return said.unknown;
  return good ? said.good : said.bad;
}

/** One record of a count: its word, the reason, and the clock or the events that made it so. */
export function recordNode(of: PopulationCase, item: Item, place: string): Derivation {
  const { setting } = of;
  const judged = judgedClock(of, item, place);
  const follows = judged?.judgement === true && item.relief === null;
  return node({
    title: `${item.record}: ${reasonSentence(item.why, placeOf(setting))}`,
    operation: follows ? "record" : "choice",
    ...words(wordOf(item)),
    source: item.source,
    term: termOf(setting, item),
    children: judged?.children ?? evidence(of, item, place),
  });
}

/** One record of a mean or percentile: what it adds, and where that is from. */
export function valueNode(of: PopulationCase, item: Item, place: string): Derivation {
  const { setting } = of;
  const shown = valueShown(setting, item);
  const clock = clockOf(of, item, place);
  const fromClock = clock !== null && setting.level.value === null && showsValue(clock, item);
  return node({
    title: `${item.record}: ${reasonSentence(item.why, placeOf(setting))}`,
    operation: fromClock ? { kind: "same", as: `${clock.under}/used` } : "given",
    ...shown,
    source: item.source,
    children: fromClock ? [clockNode(clock, of.within)] : evidence(of, item, place),
  });
}

function showsValue({ reading }: ClockCase, { value }: Item): boolean {
  return reading.started !== null && value?.d === 1n && value.n === BigInt(reading.elapsed);
}

export function valueShown({ level }: Setting, { value }: Item): Shown {
  const unit: Unit = level.target.expected?.quantity.unit ?? level.target.minimum?.quantity.unit ?? usualUnit(level);
  if (value === null) return { value: { kind: "nothing" }, text: "not known" };
  return number(unit, value, figureText(unit, value, { places: 2, half: "up", not: [] }));
}

const usualUnit = ({ clock, value }: Setting["level"]): Unit => (clock !== null && value === null ? "time" : "number");

interface JudgedClock {
  readonly judgement: boolean;
  readonly children: readonly Derivation[];
}

/** The verdict on the record's clock, its events, and for a miss the whole run of the clock. */
function judgedClock(of: PopulationCase, item: Item, place: string): JudgedClock | null {
  const clock = clockOf(of, item, place);
  if (clock === null) return null;
  const judgement = clock.reading.judgements.find(({ at }) => at === item.at);
  if (!judgement) return { judgement: false, children: [clockNode(clock, of.within)] };
  const drawn = explainJudgement(clock, judgement, of.within);
  const follows = drawn.operation.kind === "judgement" && item.good === judgement.inTime && item.counted;
  const rest = item.good === false ? [clockNode(clock, of.within)] : [history(clock)];
  return { judgement: follows, children: [drawn, ...rest] };
}

function clockOf(
  { setting, under, factOf }: PopulationCase,
  { reading, record }: Item,
  place: string,
): ClockCase | null {
  return reading && { setting, reading, fact: factOf(record), under: `${under}/${place}` };
}

/** When the record was counted, and its raw events up to there. */
function evidence({ setting, factOf }: PopulationCase, { record, at }: Item, _place: string): readonly Derivation[] {
  const zone = zoneOf(setting);
  const counted = at === null ? [] : [node({ title: "counted at", operation: "given", ...moment(zone, at) })];
  const first = factOf(record)?.events[0];
  if (!first) return counted;
  return [
    ...counted,
    node({ title: "first seen", operation: "event", ...moment(zone, first.happened), source: first.source }),
  ];
}

/** The term that decided whether the record is in, where one is named by the reason. */
function termOf(setting: Setting, { why, relief }: Item): Derivation["term"] {
  const { code, facts } = why;
  const path = termPaths[code];
  if (path === undefined) return relief === null ? null : termAt(setting, "relief", relief);
  return termAt(setting, path(facts), facts.because ?? facts.field ?? facts.clause ?? code);
}

const termPaths: Readonly<Record<string, (facts: Readonly<Record<string, string>>) => string>> = {
  "not-selected": ({ field }) => `where.${field}`,
  "field-missing": ({ field }) => `where.${field}`,
  "not-good": ({ field }) => `good.${field}`,
  excepted: () => "except",
  relieved: () => "relief",
  "relieved-as-good": () => "rules.relieved_records",
  "other-service": () => "services",
  "other-group": () => "judged_per",
  "no-row": ({ field }) => `clock.per_${field}`,
  "row-unknown": ({ field }) => `clock.per_${field}`,
  trimmed: () => "trim",
  "not-observed": () => "rules.begun_unseen",
  abandoned: () => "abandoned",
};
