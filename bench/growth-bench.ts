import type { LevelTerms } from "../src/engine/agreement/terms.ts";
import type { Columns } from "../src/engine/batch/columns.ts";
import { secondsOf } from "./clocking.ts";
import { columnsOf, evaluated } from "./level-bench.ts";
import { atMost, type Row } from "./row.ts";
import { four, levelsOf, sixteen } from "./terms.ts";

/** Nanoseconds a ticket by how many there are of something. */
export interface Growth {
  readonly of: string;
  readonly points: readonly { readonly count: number; readonly nanoseconds: number }[];
}

const doubling = [1, 2, 4, 8, 16];

/** Growth with tickets, levels and calendars. */
export function benchGrowth(columns: Columns): Growth[] {
  const sizes = [1000, 10_000, 100_000].filter((size) => size < columns.count);
  const byTickets = [...sizes.map(columnsOf), columns].map((of) => point(of.count, of, levelsOf(10, four)));
  return [
    { of: "tickets (10 levels, 4 calendars)", points: byTickets },
    { of: "levels (4 calendars)", points: doubling.map((count) => point(count, columns, levelsOf(count, four))) },
    {
      of: "calendars (16 levels)",
      points: doubling.map((count) => point(count, columns, levelsOf(16, sixteen.slice(0, count)))),
    },
  ];
}

const point = (count: number, columns: Columns, levels: readonly LevelTerms[]) => ({
  count,
  nanoseconds: (secondsOf(() => evaluated(columns, levels)) * 1e9) / columns.count,
});

/** The goals of growth. */
export function growthRows([tickets, levels, calendars]: readonly Growth[]): Row[] {
  return [
    {
      what: "Time a ticket, most against fewest tickets",
      goal: atMost(1.5),
      seen: ratioOf(tickets),
      note: "linear growth is 1; the tables of levels and calendars weigh most with few tickets",
    },
    {
      what: "Time a ticket, 16 levels against 1",
      goal: atMost(16),
      seen: ratioOf(levels),
      note: "linear growth is 16",
    },
    { what: "Time a ticket, 16 calendars against 1 (16 levels)", goal: atMost(2.5), seen: ratioOf(calendars) },
  ];
}

function ratioOf(growth: Growth | undefined): number | null {
  const [first, last] = [growth?.points[0], growth?.points.at(-1)];
  return first && last ? last.nanoseconds / first.nanoseconds : null;
}
