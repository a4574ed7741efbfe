import { openSpans } from "../../calendar/service-time.ts";
import type { CausedSpan, TimeShare } from "../../measure/measurement.ts";
import { type Fraction, fraction, over } from "../../number/fraction.ts";
import { addDays, secondsOfDay } from "../../time/civil.ts";
import { type Instant, instant } from "../../time/instant.ts";
import { lengthOf, overlap, type Span, totalOf, unite } from "../../time/span.ts";
import { instantOf, wallAt, type Zone } from "../../time/zone.ts";
import { dayInYear } from "../words/dates.ts";
import { capital } from "../words/list.ts";
import { changeText } from "./clock-words.ts";
import type { Derivation } from "./derivation.ts";
import { type FigureCase, type FigureNodes, figureOf, fractionIn } from "./figure-case.ts";
import { again, moment, node, seconds } from "./nodes.ts";
import { ruleTerm, termAt, zoneOf } from "./setting.ts";

/** Up time over agreed time: openings by day, less what was agreed, relieved or not known, less what was down. */
export function timeFigure(of: FigureCase): FigureNodes | null {
  const { time, items } = of.measurement;
  if (time === null || items.some(({ value }) => value === undefined)) return null;
  const set = timeSet(of, time);
  const rules = of.setting.level.rules.unknown_time;
  const agreed = of.setting.level.agreedDowntime?.treated === "counted as up" ? [] : [set.agreed];
  const less = [...agreed, set.relieved, ...(rules === "taken out" ? [set.unknown] : [])].filter(isSomething);
  const whole = { ...difference("service time that counts", [set.scheduled, ...less]), id: `${of.under}/whole` };
  const bad = [set.down, ...(rules === "as down" ? [set.unknown].filter(isSomething) : [])];
  const part = { ...difference("up", [again(whole), ...bad]), id: `${of.under}/up` };
  if (fractionIn(whole).n <= 0n || fractionIn(part).n < 0n) return null;
  const figure = figureOf(of, over(fractionIn(part), fractionIn(whole)), {
    operation: "ratio",
    children: [part, whole],
  });
  const used = new Set([...less, ...bad]);
  return {
    figure,
    beside: [set.agreed, set.relieved, set.unknown].filter((each) => isSomething(each) && !used.has(each)),
    population: null,
    ends: rules === "taken out" && isSomething(set.unknown) ? endsOf(part, whole, set.unknown) : null,
  };
}

/** Time not known is all down at the low end, all up at the high end. */
function endsOf(part: Derivation, whole: Derivation, unknown: Derivation): FigureNodes["ends"] {
  const all = (): Derivation => sumOf("service time, known or not", [again(whole), again(unknown)]);
  return { low: [again(part), all()], high: [sumOf("up or not known", [again(part), again(unknown)]), all()] };
}

function sumOf(title: string, parts: readonly Derivation[]): Derivation {
  const total = parts.reduce((sum, each) => sum + Number(fractionIn(each).n), 0);
  return node({ title, operation: "sum", ...seconds(total), children: parts });
}

const isSomething = ({ children }: Derivation): boolean => children.length > 0;

/** The spans of a measure of time as nodes of their own, where the figure itself is made otherwise. */
export function timeNodes(of: FigureCase, time: TimeShare): readonly Derivation[] {
  const { scheduled, ...others } = timeSet(of, time);
  return [scheduled, ...Object.values(others).filter(isSomething)];
}

interface TimeSet {
  readonly scheduled: Derivation;
  readonly down: Derivation;
  readonly agreed: Derivation;
  readonly relieved: Derivation;
  readonly unknown: Derivation;
}

function timeSet(of: FigureCase, time: TimeShare): TimeSet {
  const { setting, under } = of;
  const scheduled = scheduledNode(of, time.scheduled);
  const added = setting.level.rules.overlaps === "added";
  const down = causesNode(of, { name: "down", spans: time.down, added, term: ruleTerm(setting, "overlaps") });
  const plain = (name: "agreed" | "relieved" | "unknown", term: Derivation["term"]): Derivation =>
    causesNode(of, { name, spans: time[name], added: false, term });
  return {
    scheduled: { ...scheduled, id: `${under}/scheduled` },
    down,
    agreed: plain("agreed", termAt(setting, "agreed_downtime", setting.level.agreedDowntime?.treated ?? "none")),
    relieved: plain("relieved", null),
    unknown: plain("unknown", ruleTerm(setting, "unknown_time")),
  };
}

/** The openings of the level's own calendar over the period; null where it has none. */
export function openingsNode(of: FigureCase): Derivation | null {
  const calendar = of.setting.calendars.get(of.setting.level.calendar);
  return calendar ? { ...scheduledNode(of, openSpans(calendar, of.period)), id: `${of.under}/scheduled` } : null;
}

/** Openings of the calendar within the period, day by day of its zone. */
function scheduledNode({ setting, period }: FigureCase, open: readonly Span[]): Derivation {
  const { calendar } = setting.level;
  const zone = zoneOf(setting, calendar);
  const within = unite(open).flatMap((each) => overlap(each, period) ?? []);
  const days = Map.groupBy(
    within.flatMap((each) => byDay(each, zone)),
    ({ start }) => wallAt(zone, start).day,
  );
  const children = [...days].map(([day, openings]) =>
    node({
      title: dayTitle(setting, calendar, day),
      operation: "service time",
      ...seconds(totalOf(openings)),
      children: openings.map((each) => lengthNode(zone, each, "open")),
    }),
  );
  const terms = setting.contract.calendars[calendar];
  const term = terms
    ? { path: `calendars.${calendar}`, clause: terms.clause, value: terms.title, written: true }
    : null;
  return node({
    title: "service time of the period",
    operation: "service time",
    ...seconds(totalOf(within)),
    term,
    children,
  });
}

function dayTitle({ calendars }: FigureCase["setting"], id: string, day: Parameters<typeof dayInYear>[0]): string {
  const special = calendars.get(id)?.specialDay(day)?.name;
  return `${dayInYear(day)}${special ? `, ${special}` : ""}`;
}

/** A span cut at the midnights of a zone. */
function byDay(of: Span, zone: Zone): Span[] {
  const pieces: Span[] = [];
  let start = of.start;
  while (start < of.end) {
    const next = instantOf(zone, { day: addDays(wallAt(zone, start).day, 1), second: 0 });
    const midnight = next > start ? next : instant(start + secondsOfDay);
    const end = midnight < of.end ? midnight : of.end;
    pieces.push({ start, end });
    start = end;
  }
  return pieces;
}

function lengthNode(zone: Zone, of: Span, title: string): Derivation {
  const edge = (name: string, at: Instant): Derivation =>
    node({ title: name, operation: "given", ...moment(zone, at) });
  return node({
    title,
    operation: "length",
    ...seconds(lengthOf(of)),
    children: [edge("from", of.start), edge("until", of.end)],
  });
}

interface Causes {
  readonly name: "down" | "agreed" | "relieved" | "unknown";
  readonly spans: readonly CausedSpan[];
  readonly added: boolean;
  readonly term: Derivation["term"];
}

const titles = { down: "down", agreed: "agreed downtime", relieved: "relieved", unknown: "not known" } as const;

/** Spans by what caused them, every second once, or added up where the agreement says so. */
function causesNode(of: FigureCase, { name, spans, added, term }: Causes): Derivation {
  const zone = zoneOf(of.setting, of.setting.level.calendar);
  const causes = [...Map.groupBy(spans, ({ cause }) => cause)];
  const children = causes.map(([cause, own]) =>
    node({
      title: capital(causeTitle(of, cause)),
      operation: { kind: "union", within: null, without: [] },
      ...seconds(totalOf(unite(own))),
      source: own[0]?.source ?? null,
      children: [...own.map((each) => lengthNode(zone, each, titles[name])), ...eventsOf(of, cause)],
    }),
  );
  const total = added ? children.reduce((sum, each) => sum + Number(fractionIn(each).n), 0) : totalOf(unite(spans));
  const operation = added ? ("sum" as const) : ({ kind: "union", within: null, without: [] } as const);
  return node({ id: `${of.under}/${name}`, title: titles[name], operation, ...seconds(total), term, children });
}

function causeTitle({ setting }: FigureCase, cause: string): string {
  const { windows, names } = setting.contract;
  return windows[cause]?.title ?? names[cause] ?? cause;
}

/** The raw events of the record that was the cause. */
function eventsOf({ setting, factOf }: FigureCase, cause: string): Derivation[] {
  const events = factOf(cause)?.events ?? [];
  if (events.length === 0) return [];
  const zone = zoneOf(setting, setting.level.calendar);
  const children = events.map(({ happened, change, source }) =>
    node({ title: changeText(change, setting.contract), operation: "event", ...moment(zone, happened), source }),
  );
  const value = { kind: "number", unit: "number", exact: `${events.length}/1` } as const;
  return [node({ title: "Raw events", operation: "history", value, text: String(events.length), children })];
}

/** A first node less others. */
function difference(title: string, [first, ...others]: readonly Derivation[]): Derivation {
  const whole = (each: Derivation | undefined): Fraction => (each ? fractionIn(each) : fraction(0));
  const left = others.reduce((rest, each) => rest - whole(each).n, whole(first).n);
  return node({
    title,
    operation: "difference",
    ...seconds(Number(left)),
    children: [...(first ? [first] : []), ...others],
  });
}
