import { z } from "zod";
import { fields, list, reference, text } from "./fields.ts";
import { date } from "./quantity/day.ts";
import { money } from "./quantity/money.ts";

export const charge = fields({
  title: text,
  per: z.enum(["month", "quarter", "year"]),
  amounts: list(fields({ from: date, amount: money, reason: text.optional() })),
  services: list(reference).optional(),
  under: reference.optional(),
  kind: z.enum(["recurring", "one-off", "pass-through"]).optional(),
});
