import type { CalendarTerms, HolidaySet, Hours, SpecialDay, YearlyDay } from "../../src/engine/agreement/hours.ts";
import { type Day, dateOf, secondsOfDay, type Weekday, weekdayOf } from "../../src/engine/time/civil.ts";
import type { Instant } from "../../src/engine/time/instant.ts";
import type { Zone } from "../../src/engine/time/zone.ts";

/**
 * Service time told the slow way, for tests that hold the engine equal to it: each second is asked for the date its wall
 * clock shows and whether a shift of that date, or of a date near it, is on. Nothing is sorted, united or summed ahead.
 * It knows the usual rules of a calendar and refuses others, and it knows nothing of joined calendars.
 */
export interface SecondWalk {
  /** True when the second that starts at `at` is service time. */
  readonly isOpen: (at: Instant) => boolean;
}

/** The walk of a calendar in a zone; shifts are found once a date and kept. */
export function secondWalk(terms: CalendarTerms, zone: Zone): SecondWalk {
  refuseUnusual(terms);
  const known = new Map<number, readonly Shift[]>();
  const shiftsOf = (day: number): readonly Shift[] => {
    const shifts = known.get(day) ?? shiftsOwnedBy(terms, zone, day as Day);
    known.set(day, shifts);
    return shifts;
  };
  return {
    isOpen: (at) => {
      if (terms.closures.some(({ start, end }) => start <= at && at < end)) return false;
      const day = Math.floor(wallClock(zone, at) / secondsOfDay);
      // A shift owned by a date may run into the next (29), and a whole date may be skipped or said twice in between (26).
      return [day - 2, day - 1, day, day + 1].some((owner) =>
        shiftsOf(owner).some(({ start, end }) => start <= at && at < end),
      );
    },
  };
}

/** Service seconds in [from, to); 0 for a reversed range (semantics 34). */
export function elapsedByWalk(terms: CalendarTerms, zone: Zone, { from, to }: { from: Instant; to: Instant }): number {
  const { isOpen } = secondWalk(terms, near(zone, from, to));
  let open = 0;
  for (let at: number = from; at < to; at += 1) if (isOpen(at as Instant)) open += 1;
  return open;
}

/** A sum of service time: `seconds` from `from` (backwards when negative), looked for among the next `within` seconds. */
export interface Addition {
  readonly from: Instant;
  readonly seconds: number;
  readonly within: number;
}

/**
 * The earliest instant at which `seconds` of service time have passed since `from` (semantics 31); for none, `from`
 * itself while open and else the next opening (33); backwards the latest instant from which they lead to `from` (35).
 * Null where `within` is too short.
 */
export function addByWalk(terms: CalendarTerms, zone: Zone, { from, seconds, within }: Addition): Instant | null {
  const { isOpen } = secondWalk(terms, near(zone, from - within, from + within));
  let left = Math.abs(seconds);
  for (let step = 0; step <= within; step += 1) {
    const at = (seconds < 0 ? from - step : from + step) as Instant;
    if (left === 0 && (seconds !== 0 || isOpen(at))) return at;
    if (isOpen(seconds < 0 ? ((at - 1) as Instant) : at)) left -= 1;
  }
  return null;
}

/** One opening of one date as two instants; empty where a gap of the wall clock swallowed it. */
interface Shift {
  readonly start: number;
  readonly end: number;
}

/** The shifts that start on a date; none where the zone skipped the date (26). Their ends may lie in the next (29). */
function shiftsOwnedBy(terms: CalendarTerms, zone: Zone, day: Day): readonly Shift[] {
  const midnight = day * secondsOfDay;
  const firstSecond = secondThatReaches(zone, midnight);
  if (wallClock(zone, firstSecond) >= midnight + secondsOfDay) return [];
  return hoursOn(terms, day).map(({ from, to }) => ({
    start: boundary(zone, midnight + from),
    end: boundary(zone, midnight + (to <= from ? to + secondsOfDay : to)),
  }));
}

/**
 * The instant of a wall time: the first second that shows it (24), or, where the clock jumps over it, as much later as
 * the clock jumped (23), which is what a clock that nobody had put forward would show.
 */
function boundary(zone: Zone, wall: number): number {
  const reached = secondThatReaches(zone, wall);
  const shown = wallClock(zone, reached);
  if (shown === wall) return reached;
  const before = reached - 1;
  return before + (wall - wallClock(zone, before));
}

/** Walks on, second by second, from well before a wall time to the first second whose clock shows it or more. */
function secondThatReaches(zone: Zone, wall: number): number {
  let at = wall - farthestAhead(zone, wall) - 1;
  while (wallClock(zone, at) < wall) at += 1;
  return at;
}

/** The most that any clock of the zone is ahead of UTC in the days around a wall time. */
function farthestAhead(zone: Zone, wall: number): number {
  const near = zone.transitions.filter(({ at }) => Math.abs(at - wall) <= 3 * secondsOfDay).map(({ offset }) => offset);
  return Math.max(offsetAt(zone, wall - 3 * secondsOfDay), ...near);
}

/** The zone with the changes of these days alone, so that asking it a million times does not take a minute. */
function near(zone: Zone, from: number, to: number): Zone {
  const [first, last] = [from - 7 * secondsOfDay, to + 7 * secondsOfDay];
  const transitions = zone.transitions.filter(({ at }) => first < at && at < last);
  return { ...zone, offset: offsetAt(zone, first), transitions };
}

/** What the wall clock shows at an instant, as seconds since 1970-01-01T00:00:00 of that clock. */
const wallClock = (zone: Zone, at: number): number => at + offsetAt(zone, at);

const offsetAt = (zone: Zone, at: number): number =>
  zone.transitions.findLast((transition) => transition.at <= at)?.offset ?? zone.offset;

/** Hours of a date: of two holiday sets that name it the later wins, and both beat the week (38). */
function hoursOn(terms: CalendarTerms, day: Day): readonly Hours[] {
  // A day with a year beats a yearly one, both beat the country's; of two sets the later in the list wins.
  const sets = [...terms.holidays].reverse();
  const first = <T>(find: (set: HolidaySet) => T | undefined): T | undefined =>
    sets.map(find).find((found) => found !== undefined);
  const special: SpecialDay | YearlyDay | undefined =
    first(({ dated }) => dated.findLast((one) => one.day === day)) ??
    first(({ yearly }) => yearly.findLast((one) => returnsOn(one, day))) ??
    first(({ country }) => country.findLast((one) => one.day === day));
  return special?.open ?? terms.week[weekdayOf(day) as Weekday];
}

function returnsOn(special: YearlyDay, day: Day): boolean {
  const date = dateOf(day);
  return date.month === special.month && date.day === special.date;
}

function refuseUnusual({ rules, joins }: CalendarTerms): void {
  const usual =
    rules.clock_gap === "shifted" &&
    rules.clock_twice === "first" &&
    rules.all_day === "elapsed" &&
    rules.shift_belongs_to === "start day" &&
    rules.zero_time === "next opening";
  if (!usual || joins.length > 0) throw new Error("the second walk knows the usual rules of one calendar only");
}
