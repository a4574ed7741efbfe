import { z } from "zod";
import { byId, fields, list, text } from "./fields.ts";
import { allowed } from "./quantity/time.ts";
import { recordKind } from "./words.ts";

const priority = fields({ name: text, means: text });

const waiting = fields({
  name: text,
  ends_after: allowed.optional(),
  borne_by: z.enum(["client", "vendor", "team", "nobody"]).optional(),
});

/** Names of fields are those of records: `raised_by`, `payment-method`. */
const fieldName = z.string().regex(/^[A-Za-z0-9]+([-_ ][A-Za-z0-9]+)*$/);

export const definitionsSection = fields({
  priorities: byId(priority).optional(),
  waiting: byId(waiting).optional(),
  fields: z.record(fieldName, fields({ of: recordKind, values: list(text) })).optional(),
});
