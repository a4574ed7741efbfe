import { calendarFor } from "../scripts/support/story-calendar.ts";
import type { ClockRow, LevelTerms } from "../src/engine/agreement/terms.ts";
import type { Calendar } from "../src/engine/calendar/calendar.ts";
import { plainLevel } from "../src/engine/measure/fixture/story.ts";
import { dayOf, secondsOfDay } from "../src/engine/time/civil.ts";
import { duration, instant } from "../src/engine/time/instant.ts";
import type { Span } from "../src/engine/time/span.ts";

/** Berlin with lunch, London, New York and round the clock; Berlin without lunch; and as many others as growth needs. */
export const calendars: ReadonlyMap<string, Calendar> = new Map(
  Object.entries({
    ...others(),
    "no lunch": { hours: "Mon-Fri 08:00-18:00", zone: "Europe/Berlin", days: { "every 12-25": "none" } },
    berlin: { hours: "Mon-Fri 08:00-12:00 13:00-18:00", zone: "Europe/Berlin", days: { "every 12-25": "none" } },
    london: { hours: "Mon-Fri 09:00-17:30", zone: "Europe/London", days: { "every 12-25": "none" } },
    york: { hours: "Mon-Fri 08:00-18:00, Sat 09:00-13:00", zone: "America/New_York" },
    always: { hours: "every day 00:00-24:00" },
  }).map(([id, story]) => [id, calendarFor({ id, ...story })]),
);

/** Twelve calendars that differ in zone, hours and lunch. */
function others(): Record<string, { readonly hours: string; readonly zone: string }> {
  const zones = ["Europe/Paris", "America/Chicago", "Asia/Tokyo", "Australia/Sydney"];
  return Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => {
      const opens = String(7 + (i % 3)).padStart(2, "0");
      const hours = i % 2 === 0 ? `Mon-Fri ${opens}:00-12:00 13:00-17:00` : `Mon-Sat ${opens}:00-18:30`;
      return [`other ${i}`, { hours, zone: zones[i % zones.length] as string }];
    }),
  );
}

/** The four calendars of the ten levels. */
export const four = ["berlin", "london", "york", "always"];
/** Sixteen, the four first. */
export const sixteen = [...four, ...Object.keys(others())];

/** The months of 2026 in UTC. */
export const months: readonly Span[] = Array.from({ length: 12 }, (_, month) => ({
  start: instant(dayOf(2026, month + 1, 1) * secondsOfDay),
  end: instant(dayOf(2026, month + 2, 1) * secondsOfDay),
}));

/** Service levels by rows per priority, over as many calendars as are asked for. */
export function levelsOf(count: number, calendarIds: readonly string[]): LevelTerms[] {
  return Array.from({ length: count }, (_, index) => {
    const calendar = calendarIds[index % calendarIds.length] as string;
    const responds = index % 2 === 1;
    const row = (hours: number): ClockRow => ({
      within: { kind: "time", seconds: duration(hours * 3600 * (1 + index / 4)) },
      calendar,
      clause: null,
    });
    const rows = { P1: row(responds ? 1 : 4), P2: row(responds ? 2 : 8), P3: row(responds ? 4 : 24), P4: row(40) };
    const clock = { starts: "opened", by: null, per: "priority", rows, pauses: responds ? [] : ["client"] } as const;
    return { ...plainLevel, id: `level-${index}`, clock: { ...clock, stops: responds ? "responded" : "resolved" } };
  });
}
