import type { Row } from "./row.ts";
import { atLeast, atMost } from "./row.ts";

/** Goals of which nothing is measured, and why. */
export const notMeasured: readonly Row[] = [
  {
    what: "One live event in memory against a walk over the ticket's events and days",
    goal: atLeast(1000),
    seen: null,
    note: "not measured: clocks are not kept between events; a ticket is read as a whole",
  },
  {
    what: "Live events durable in PostgreSQL, times a plain insert",
    goal: atMost(2),
    seen: null,
    note: "not measured: there is no database yet",
  },
];
