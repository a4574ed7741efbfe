import { z } from "zod";
import { fields, list, reference, text } from "./fields.ts";
import { recordKind } from "./words.ts";

export const party = fields({
  name: text.describe("Name as it is printed"),
  role: z.enum(["client", "supplier", "vendor"]).describe("What the party is to this contract"),
});

export const team = fields({
  name: text.describe("Name as it is printed"),
  of: reference.describe("The party it belongs to"),
  place: text.optional().describe("Where it sits"),
  lead: reference.optional().describe("Who leads it"),
});

export const person = fields({
  name: text.describe("Name as it is printed"),
  of: reference.describe("The party or team that the person belongs to"),
  roles: list(text).describe("What the person is responsible for, in your own words"),
  email: text.optional().describe("Address"),
});

export const tool = fields({
  name: text.describe("Name as it is printed"),
  records: list(recordKind).describe(
    "Kinds of records it gives; each kind comes from one tool unless a service level names its source",
  ),
  owner: reference.optional().describe("Who answers for it"),
});
