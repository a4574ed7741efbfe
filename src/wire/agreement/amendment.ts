import { z } from "zod";
import type { Removes } from "../../engine/agreement/document/amendment.ts";
import { fields, list, reference, text } from "./fields.ts";
import { date } from "./quantity/day.ts";

const removes: z.ZodType<Removes> = z.lazy(() => z.union([list(text), z.record(z.string(), removes)]));

/** `changes` and `adds` are read a second time, by the schema of the block that `amends` names. */
const parts = z.record(z.string(), z.unknown());

export const amendment = fields({
  amends: reference.describe("An agreement, a credit plan, or contract, calendars, catalogue, improvement or reviews"),
  effective: date.describe("First day on which it holds"),
  signed: date.describe("Day of signing"),
  signed_by: list(reference).describe("People who signed"),
  reason: text.describe("Why it was made"),
  applies_to: z.enum(["new records", "open records too", "all records of the period"]).optional().meta({
    description: "Records that it reaches: those that start under it, also those that are open, or all of the period",
    otherwise: "`new records`",
  }),
  changes: parts
    .optional()
    .describe("Fields with their new values; maps are merged by id, any other value is replaced whole"),
  adds: parts.optional().describe("Entries under ids that are new"),
  removes: removes.optional().describe("Names of entries or fields that go"),
});
