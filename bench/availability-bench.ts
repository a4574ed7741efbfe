import { chanceOf } from "../sim/random.ts";
import { availabilitySeconds, type OutageColumns } from "../src/engine/batch/availability.ts";
import type { Calendar } from "../src/engine/calendar/calendar.ts";
import { openSpans } from "../src/engine/calendar/service-time.ts";
import { instant } from "../src/engine/time/instant.ts";
import type { Span } from "../src/engine/time/span.ts";
import { mustEqual, onceOf, secondsOf } from "./clocking.ts";
import { type Query, withPostgres } from "./postgres.ts";
import { atLeast, notInstalled, type Row } from "./row.ts";
import { calendars, months } from "./terms.ts";
import { year } from "./tickets.ts";

const hour = 3600;

/** Four hours of maintenance in the middle of each week, within the hours of service. */
const agreed: readonly Span[] = Array.from({ length: 52 }, (_, week) => {
  const start = year.start + week * 7 * 86_400 + 6 * 86_400 + 9 * hour;
  return { start: instant(start), end: instant(start + 4 * hour) };
});

const targets = 200;

/** Outages minus maintenance within service hours, by month, of a year of many services, against multiranges. */
export async function benchAvailability(count: number): Promise<Row[]> {
  const outages = someOutages(count);
  const calendar = calendars.get("berlin") as Calendar;
  const input = { calendar, agreed, periods: months };
  const ours = secondsOf(() => availabilitySeconds(outages, input));
  const { down } = availabilitySeconds(outages, input);
  const theirs = await withPostgres((query) => multiranges(query, outages, calendar));
  const what = "Availability: outages minus maintenance within service hours, against PostgreSQL multiranges";
  if (theirs === null) return [{ what, goal: atLeast(300), seen: null, note: notInstalled }];
  mustEqual("down seconds of PostgreSQL and of columns", theirs.down, [...down]);
  const rate = `${(count / ours / 1e6).toFixed(1)} M outages/s; PostgreSQL ${theirs.seconds.toFixed(2)} s for ${count}; its query unites the outages of a service first and finds service time without maintenance ready by month; all seconds equal`;
  return [{ what, goal: atLeast(300), seen: theirs.seconds / ours, note: rate }];
}

function someOutages(count: number): OutageColumns {
  const chance = chanceOf(1, "outages");
  const each = Math.floor(count / targets);
  const rows = Array.from({ length: targets }, () =>
    Array.from({ length: each }, () => {
      const start = chance.whole(year.start, year.end - 1);
      return [start, start + chance.whole(60, 4 * hour)] as const;
    }).sort((a, b) => a[0] - b[0]),
  ).flat();
  return {
    offsets: Int32Array.from({ length: targets + 1 }, (_, target) => target * each),
    from: Float64Array.from(rows, ([start]) => start),
    to: Float64Array.from(rows, ([, end]) => end),
  };
}

const written = (spans: readonly Span[]): string =>
  `'{${spans.map(({ start, end }) => `[${start},${end})`).join(",")}}'::int8multirange`;

/** Unites the outages of a target, takes what lies in the service time of each month without maintenance, adds it up. */
async function multiranges(query: Query, { offsets, from, to }: OutageColumns, calendar: Calendar) {
  await query("create unlogged table outages (target int, during int8range)");
  for (let target = 0; target < targets; target += 1) {
    const rows: string[] = [];
    for (let i = offsets[target] as number; i < (offsets[target + 1] as number); i += 1)
      rows.push(`(${target},'[${from[i]},${to[i]})')`);
    await query(`insert into outages values ${rows.join(",")}`);
  }
  await query("create table months (month int, net int8multirange)");
  for (const [month, span] of months.entries())
    await query(`insert into months select ${month}, ${written(openSpans(calendar, span))} - ${written(agreed)}`);
  await query("analyze");
  const { value, clock } = await onceOf(() =>
    query(`with united as materialized (select target, range_agg(during) as down from outages group by target)
      select target, month, (select coalesce(sum(upper(x) - lower(x)), 0) from unnest(down * net) x)::float8 as seconds
      from united cross join months order by target, month`),
  );
  return { down: value.map((row) => Number(row.seconds)), seconds: clock };
}
