import { calendarFor } from "../scripts/support/story-calendar.ts";
import type { ClockRow, LevelTerms } from "../src/engine/agreement/terms.ts";
import type { Calendar } from "../src/engine/calendar/calendar.ts";
import { plainLevel } from "../src/engine/measure/fixture/story.ts";
import { dayOf, secondsOfDay } from "../src/engine/time/civil.ts";
import { duration, instant } from "../src/engine/time/instant.ts";
import type { Span } from "../src/engine/time/span.ts";

/** Berlin with lunch, London, New York and round the clock. */
export const calendars: ReadonlyMap<string, Calendar> = new Map(
  Object.entries({
    berlin: { hours: "Mon-Fri 08:00-12:00 13:00-18:00", zone: "Europe/Berlin", days: { "every 12-25": "none" } },
    london: { hours: "Mon-Fri 09:00-17:30", zone: "Europe/London", days: { "every 12-25": "none" } },
    york: { hours: "Mon-Fri 08:00-18:00, Sat 09:00-13:00", zone: "America/New_York" },
    always: { hours: "every day 00:00-24:00" },
  }).map(([id, story]) => [id, calendarFor({ id, ...story })]),
);

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
