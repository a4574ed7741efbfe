import { z } from "zod";
import { fields, list, reference, text } from "./fields.ts";
import { recurring } from "./quantity/recurring.ts";

const common = {
  title: text.describe("What it is called"),
  covers: list(reference).describe("Agreements it is about"),
  every: z.enum(["week", "month", "quarter", "year"]).describe("How often"),
  calendar: reference.optional().describe("Calendar that counts business days"),
};

export const report = fields({
  ...common,
  due: recurring.describe("Day on which it is due after the period"),
  to: list(reference).describe("People who get it"),
});

export const review = fields({
  ...common,
  on: recurring.describe("Day on which it is held after the period"),
  chair: reference.describe("Who leads it"),
  attends: list(reference).describe("Who comes"),
  agenda: list(text).optional().describe("What it is about"),
});
