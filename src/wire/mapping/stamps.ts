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
  order: z.enum(stampOrders).describe("Order of day, month and year, or another way of saying an instant"),
  time: z.enum(["24 hours", "12 hours"]).default("24 hours").describe("How hours are counted"),
  time_zone: z.string().min(1).describe("Zone of stamps without an offset of their own, such as Europe/London"),
  said_twice: z
    .enum(["first", "last"])
    .default("first")
    .describe("Which instant a time means that comes twice in autumn"),
  skipped: z
    .enum(["shifted", "clamped"])
    .default("shifted")
    .describe("What a time means that is skipped in spring: moved on by the hour, or the instant of the change"),
});

export type StampRule = z.output<typeof stampsShape>;
