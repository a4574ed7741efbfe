import { atMost, type Row } from "./row.ts";

/** Goals of which nothing is measured, and why. */
export const notMeasured: readonly Row[] = [
  {
    what: "Live events durable in PostgreSQL, times a plain insert",
    goal: atMost(2),
    seen: null,
    note: "not measured: there is no database yet",
  },
];
