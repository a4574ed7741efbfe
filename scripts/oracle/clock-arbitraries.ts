import fc from "fast-check";
import type { CalendarTerms, Hours } from "../../src/engine/agreement/hours.ts";
import { usualCalendarRules } from "../../src/engine/agreement/rules.ts";
import type { Day } from "../../src/engine/time/civil.ts";
import type { Instant } from "../../src/engine/time/instant.ts";
import type { Span } from "../../src/engine/time/span.ts";
import { wallAt, type Zone } from "../../src/engine/time/zone.ts";
import { readZone } from "../../src/wire/zones.ts";
import type { WalkRules } from "./clock-walk.ts";

/** Zones with changes of an hour, of half an hour, at midnight, of a whole day, and none. */
const zones = [
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Africa/Cairo",
  "America/St_Johns",
  "America/Sao_Paulo",
  "Pacific/Apia",
  "Asia/Tehran",
  "Asia/Kathmandu",
].map((id) => readZone(id) as Zone);

/** A zone and an instant within two days of one of its clock changes. */
export const somePlace = fc
  .tuple(fc.constantFrom(...zones), fc.nat(), fc.integer({ min: -172_800, max: 86_400 }))
  .map(([zone, pick, off]) => {
    const recent = zone.transitions.filter(({ at }) => at > 946_684_800 && at < 1_893_456_000);
    const change = recent[pick % Math.max(1, recent.length)]?.at ?? 1_772_409_600;
    return { zone, start: (change + off) as Instant };
  });

/** Hours on the half hour, sometimes over midnight; never from a time to itself. */
const someHours: fc.Arbitrary<Hours> = fc
  .tuple(fc.integer({ min: 0, max: 47 }), fc.integer({ min: 1, max: 48 }))
  .filter(([from, to]) => from !== to && !(from === 0 && to === 0))
  .map(([from, to]) => ({ from: from * 1800, to: to * 1800 }));

const someDay = fc.array(someHours, { minLength: 0, maxLength: 2 });

/** A small calendar: a random week with some hours in it, a special day near the start, now and then a closure. */
export function someCalendar(zone: Zone, start: Instant): fc.Arbitrary<CalendarTerms> {
  const today = wallAt(zone, start).day;
  const near = fc.integer({ min: -1, max: 2 }).map((off) => (today + off) as Day);
  const special = fc.record({ day: near, name: fc.constant("special"), open: someDay, set: fc.constant("days") });
  const closure = fc
    .tuple(fc.integer({ min: -3600, max: 100_000 }), fc.integer({ min: 1, max: 30_000 }))
    .map(([from, length]) => ({ name: "closure", start: start + from, end: start + from + length }));
  return fc
    .record({
      days: fc.array(someDay, { minLength: 7, maxLength: 7 }),
      dated: fc.array(special, { maxLength: 1 }),
      closures: fc.array(closure, { maxLength: 1 }),
    })
    .filter(({ days }) => days.filter((open) => open.length > 0).length > 3)
    .map(({ days, dated, closures }) => ({
      id: "calendar",
      title: "calendar",
      zone: zone.id,
      week: weekOf(days),
      joins: [],
      holidays: [{ id: "days", country: [], yearly: [], dated, tables: null }],
      closures,
      rules: usualCalendarRules,
      clause: null,
    }));
}

function weekOf(days: readonly (readonly Hours[])[]): CalendarTerms["week"] {
  const [Mon = [], Tue = [], Wed = [], Thu = [], Fri = [], Sat = [], Sun = []] = days;
  return { Mon, Tue, Wed, Thu, Fri, Sat, Sun };
}

/** None, or a stretch or two of relief in order. */
export const someRelief = (start: Instant): fc.Arbitrary<readonly Span[]> =>
  fc.uniqueArray(fc.integer({ min: 0, max: 80_000 }), { minLength: 4, maxLength: 4 }).chain((cuts) => {
    const [a, b, c, d] = [...cuts].sort((x, y) => x - y).map((off) => (start + off) as Instant);
    const spans = [
      { start: a, end: b },
      { start: c, end: d },
    ] as readonly Span[];
    return fc.constantFrom([], [], spans.slice(0, 1), spans);
  });

const happenings = [
  "working",
  "working",
  "waiting for client",
  "waiting for vendor",
  "waiting for window",
  "resolved",
  "resolved",
  "closed",
  "cancelled",
  "unknown",
  "reply",
  "note",
  "client message",
  "holder=network",
  "P1",
  "P2",
  "P3",
];

/** What happens to a record and how many seconds after the event before; now and then in the same second. */
export const someHistory = fc.array(
  fc.tuple(
    fc.oneof(
      { weight: 1, arbitrary: fc.constant(0) },
      { weight: 2, arbitrary: fc.integer({ min: 1, max: 600 }) },
      { weight: 6, arbitrary: fc.integer({ min: 600, max: 28_000 }) },
    ),
    fc.constantFrom(...happenings),
  ),
  { minLength: 1, maxLength: 9 },
);

/** Terms that may stand together: closed time that counts and shares carried over are told apart by neither side. */
export const someRules: fc.Arbitrary<WalkRules> = fc
  .record({
    on_reopen: fc.constantFrom("continue", "continue", "restart", "count the closed time", "first stop is final"),
    on_priority_change: fc.constantFrom(
      "from the start",
      "from the start",
      "restart",
      "keep the first",
      "in proportion",
    ),
    earlier_pauses: fc.constantFrom("kept", "kept", "ignored"),
    pause_counts: fc.constantFrom("service time", "service time", "wall clock"),
    opened_out_of_hours: fc.constantFrom("next opening", "at once"),
    exactly_on_target: fc.constantFrom("met", "missed"),
  } as const)
  .filter(
    ({ on_reopen, on_priority_change, pause_counts }) =>
      on_priority_change !== "in proportion" ||
      (on_reopen !== "count the closed time" && pause_counts === "service time"),
  ) as fc.Arbitrary<WalkRules>;
