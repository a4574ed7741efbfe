import type { AgreedDowntime, LevelTerms, WindowTerms } from "../../agreement/terms.ts";
import type { Calendar } from "../../calendar/calendar.ts";
import { isBusinessDay, windowSpans } from "../../calendar/maintenance.ts";
import type { Fact } from "../../record/record.ts";
import { addDays } from "../../time/civil.ts";
import { duration, type Instant, shift } from "../../time/instant.ts";
import { intersect, overlap, type Span, span } from "../../time/span.ts";
import { wallAt } from "../../time/zone.ts";
import { reachOf } from "../belongs.ts";
import { fieldValue } from "../field-value.ts";
import type { MeasureInput } from "../input.ts";
import type { CausedSpan } from "../measurement.ts";
import { instantsOf } from "../moment-of.ts";
import type { Outage } from "./outages.ts";

/**
 * When downtime of a target was agreed, before the limit is applied: inside the windows, under an approved change,
 * with notice in time, as far as each of these is asked for.
 */
export function agreedFor(input: MeasureInput, target: string | null, outages: readonly Outage[]): CausedSpan[] {
  const terms = input.level.agreedDowntime;
  if (!terms || terms.treated === "not agreed") return [];
  const windows = windowsFor(input, terms, target);
  const named = terms.needs ? changesFor(input, terms, target) : terms.notice ? announced(input, terms, outages) : null;
  if (named === null) return windows;
  return terms.windows.length === 0 ? named : named.flatMap((each) => within(each, windows));
}

const within = (each: CausedSpan, windows: readonly Span[]): CausedSpan[] =>
  intersect([each], windows).map((part) => ({ ...each, ...part }));

function windowsFor(input: MeasureInput, terms: AgreedDowntime, target: string | null): CausedSpan[] {
  const calendar = input.calendars.get(input.level.calendar) ?? null;
  return terms.windows
    .flatMap((id) => {
      const window = input.contract.windows[id];
      const zone = window && input.zones.get(window.zone);
      if (!window || !zone || !covers(input, window, target)) return [];
      return windowSpans(window, { zone, calendar }, input.span).map((each) => ({ ...each, cause: id, source: null }));
    })
    .sort((a, b) => a.start - b.start);
}

/** A window for a service holds for what the service depends on. */
function covers({ contract }: MeasureInput, { services }: WindowTerms, target: string | null): boolean {
  return services.length === 0 || target === null || reachOf(contract, services).has(target);
}

/** The time of approved changes to the target, where they were announced in time. */
function changesFor(input: MeasureInput, terms: AgreedDowntime, target: string | null): CausedSpan[] {
  const reach = target === null ? null : reachOf(input.contract, [target]);
  return (input.facts.changes ?? []).flatMap((fact) => {
    const work = workOf(fact);
    const approved = instantsOf(fact, "approved")[0];
    const seen = work && overlap(work, input.span);
    if (!work || !seen || approved === undefined || approved > work.start) return [];
    if (!touches(fact, reach, work.start)) return [];
    const told = instantsOf(fact, "announced")[0] ?? approved;
    return inTime(input, terms, { told, start: work.start }) ? [caused(fact, seen)] : [];
  });
}

/** When a change was worked on: as planned, else as it happened. */
function workOf(fact: Fact): Span | null {
  const from = instantsOf(fact, "planned")[0] ?? instantsOf(fact, "start")[0];
  const until = instantsOf(fact, "planned end")[0] ?? instantsOf(fact, "implemented")[0];
  return from === undefined || until === undefined ? null : span(from, until);
}

function touches(fact: Fact, reach: ReadonlySet<string> | null, at: Instant): boolean {
  const seen = { at, until: Number.POSITIVE_INFINITY as Instant };
  const named = [fieldValue(fact, "service", seen), fieldValue(fact, "component", seen)].filter((id) => id !== null);
  return reach === null || named.length === 0 || named.some((id) => reach.has(id));
}

/** Without a change to rely on, the outage itself was announced in time. */
function announced(input: MeasureInput, terms: AgreedDowntime, outages: readonly Outage[]): CausedSpan[] {
  return outages.flatMap(({ fact, began, spans }) => {
    const told = instantsOf(fact, "announced")[0];
    if (told === undefined || !inTime(input, terms, { told, start: began })) return [];
    return spans.map((each) => caused(fact, each));
  });
}

const caused = (fact: Fact, { start, end }: Span): CausedSpan => ({
  start,
  end,
  cause: fact.id,
  source: fact.events[0]?.source ?? null,
});

/** Notice counts back from the start of the work; business days are those of the level's calendar. */
function inTime(
  input: MeasureInput,
  { notice }: AgreedDowntime,
  { told, start }: { told: Instant; start: Instant },
): boolean {
  if (notice === null) return true;
  if (notice.kind === "time") return shift(told, notice.seconds) <= start;
  const calendar = input.calendars.get(input.level.calendar);
  if (!calendar) return false;
  if (notice.kind === "days") return daysBetween(calendar, { told, start }) >= notice.count;
  return businessDaysBetween(calendar, { told, start }) >= notice.count;
}

const daysBetween = ({ zone }: Calendar, { told, start }: { told: Instant; start: Instant }): number =>
  wallAt(zone, start).day - wallAt(zone, told).day;

function businessDaysBetween(calendar: Calendar, { told, start }: { told: Instant; start: Instant }): number {
  const last = wallAt(calendar.zone, start).day;
  let count = 0;
  for (let day = addDays(wallAt(calendar.zone, told).day, 1); day <= last; day = addDays(day, 1)) {
    if (isBusinessDay(calendar, day)) count += 1;
  }
  return count;
}

/**
 * The part of agreed downtime that is beyond the limit, counted from the start of the period by what was really down:
 * it counts as down after all.
 */
export function beyondLimit(level: LevelTerms, agreedDown: readonly Span[]): Span[] {
  const limit = level.agreedDowntime?.atMost;
  if (limit?.kind !== "time") return [];
  let left: number = limit.seconds;
  return agreedDown.flatMap(({ start, end }) => {
    const from = shift(start, duration(Math.min(left, end - start)));
    left -= from - start;
    return span(from, end) ?? [];
  });
}
