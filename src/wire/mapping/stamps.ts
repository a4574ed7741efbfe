import { z } from "zod";

/** Orders in which a stamp can stand; the last four need no order of day and month. */
export const stampOrders = [
  "day month year",
  "month day year",
  "year month day",
  "with offset",
  "epoch seconds",
  "epoch milliseconds",
  "excel serial",
] as const;

export type StampOrder = (typeof stampOrders)[number];

/** How the stamps of a file are written and what a wall time means that the zone skips or says twice. */
export const stampsShape = z.strictObject({
  order: z.enum(stampOrders),
  time: z.enum(["24 hours", "12 hours"]).default("24 hours"),
  /** Zone of stamps that carry no offset of their own. */
  time_zone: z.string().min(1),
  said_twice: z.enum(["first", "last"]).default("first"),
  skipped: z.enum(["shifted", "clamped"]).default("shifted"),
});

export type StampRule = z.output<typeof stampsShape>;
