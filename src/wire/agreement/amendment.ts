import { z } from "zod";
import type { Removes } from "../../engine/agreement/document/amendment.ts";
import { fields, list, reference, text } from "./fields.ts";
import { date } from "./quantity/day.ts";

const removes: z.ZodType<Removes> = z.lazy(() => z.union([list(text), z.record(z.string(), removes)]));

/** `changes` and `adds` are read a second time, by the schema of the block that `amends` names. */
const parts = z.record(z.string(), z.unknown());

export const amendment = fields({
  amends: reference,
  effective: date,
  signed: date,
  signed_by: list(reference),
  reason: text,
  applies_to: z.enum(["new records", "open records too", "all records of the period"]).optional(),
  changes: parts.optional(),
  adds: parts.optional(),
  removes: removes.optional(),
});
