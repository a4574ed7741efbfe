import { z } from "zod";
import { fields, list, reference, text } from "./fields.ts";
import { recordKind } from "./words.ts";

export const party = fields({ name: text, role: z.enum(["client", "supplier", "vendor"]) });

export const team = fields({
  name: text,
  of: reference,
  place: text.optional(),
  lead: reference.optional(),
});

export const person = fields({
  name: text,
  of: reference,
  roles: list(text),
  email: text.optional(),
});

export const tool = fields({
  name: text,
  records: list(recordKind),
  owner: reference.optional(),
});
