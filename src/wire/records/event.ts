import { z } from "zod";
import { recordKinds } from "../../engine/agreement/words.ts";
import type { Change, State } from "../../engine/record/record.ts";
import { type Instant, instant } from "../../engine/time/instant.ts";

/** Instants outside of these years are mistakes of the sender. */
const [earliest, latest] = [Date.UTC(1990, 0, 1) / 1000, Date.UTC(2100, 0, 1) / 1000];

const within = (seconds: number): boolean => seconds >= earliest && seconds < latest;

/** An instant as ISO 8601 with its offset (`2026-03-02T09:15:00+01:00`) or as seconds since 1970; fractions are floored. */
export const stamp = z
  .union([
    z.iso
      .datetime({ offset: true })
      .describe("ISO 8601 with offset")
      .transform((text): number => Date.parse(text) / 1000),
    z.number().describe("Seconds since 1970-01-01T00:00:00Z"),
  ])
  .refine(within, "lies outside of the years 1990 to 2099")
  .transform((seconds): Instant => instant(seconds));

const name = z.string().min(1).max(200);
const value = z.string().max(4000).nullable();

const state: z.ZodType<State> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("open"), name: z.enum(["new", "in progress"]) }),
  z.strictObject({ kind: z.literal("waiting"), reason: name }),
  z.strictObject({ kind: z.literal("resolved") }),
  z.strictObject({ kind: z.literal("closed") }),
  z.strictObject({ kind: z.literal("cancelled") }),
  z.strictObject({ kind: z.literal("merged"), into: name.nullable() }),
  z.strictObject({ kind: z.literal("unknown") }),
]);

/** What one event says; a tool that changes three fields at once sends three events. */
export const change: z.ZodType<Change> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("state"), state }),
  z.strictObject({ kind: z.literal("field"), field: name, value }),
  z.strictObject({ kind: z.literal("moment"), moment: name }),
  z.strictObject({ kind: z.literal("message"), by: z.enum(["client", "supplier"]), open: z.boolean() }),
  z.strictObject({ kind: z.literal("value"), value }),
]);

/** One event of a record as a tool sends it. Source, kind, record and sequence name it: it may be sent again. */
export const recordEvent = z.strictObject({
  source: name.describe("The tool, as the contract names it"),
  kind: z.enum(recordKinds).describe("Kind of the record"),
  record: name.describe("Number of the record in the tool"),
  sequence: z.int().min(0).describe("Number of the event within its record; puts events of one instant in order"),
  happened: stamp.describe("When it happened"),
  learned: stamp.optional().describe("When the sender learned of it; now where it is absent"),
  change: change.describe("What it says"),
  external_id: z.string().max(200).optional().describe("The sender's own id, given back in what is found"),
});

export type WrittenEvent = z.output<typeof recordEvent>;

/** Events that one call may bring. */
export const mostEvents = 10_000;

/** The events of one call, of any records, in any order. */
export const recordEvents = z.array(recordEvent).min(1).max(mostEvents);
