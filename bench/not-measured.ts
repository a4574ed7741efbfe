import type { Row } from "./row.ts";
import { atLeast, atMost } from "./row.ts";

/** Goals of which nothing is measured, and why. */
export const notMeasured: readonly Row[] = [
  {
    what: "CSV of 1 M tickets to monthly results, 10 levels, 2 cores, against DuckDB reading the same file",
    goal: atLeast(6),
    seen: null,
    note: "not measured: the desk's way over columns is not part of this benchmark yet",
  },
  {
    what: "The same against an ordinary PostgreSQL query",
    goal: atLeast(100),
    seen: null,
    note: "not measured, for the same reason",
  },
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
