import { z } from "zod";
import { fields, list, reference, text } from "./fields.ts";
import { recurring } from "./quantity/recurring.ts";

const common = {
  title: text,
  covers: list(reference),
  every: z.enum(["week", "month", "quarter", "year"]),
  calendar: reference.optional(),
};

export const report = fields({ ...common, due: recurring, to: list(reference) });

export const review = fields({
  ...common,
  on: recurring,
  chair: reference,
  attends: list(reference),
  agenda: list(text).optional(),
});
