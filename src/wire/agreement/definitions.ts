import { z } from "zod";
import { byId, fields, list, text } from "./fields.ts";
import { allowed } from "./quantity/time.ts";
import { recordKind } from "./words.ts";

const priority = fields({
  name: text.describe("Name as it is printed"),
  means: text.describe("When a record has this priority; quantities may not be written out"),
});

const waiting = fields({
  name: text.describe("What is waited for"),
  ends_after: allowed
    .optional()
    .meta({ description: "The clock runs again after this much waiting", otherwise: "never by itself" }),
  borne_by: z.enum(["client", "vendor", "team", "nobody"]).optional().meta({
    description: "Whose time it is while the clock stands",
    otherwise: "as its id begins: client or vendor; else nobody",
  }),
});

/** Names of fields are those of records: `raised_by`, `payment-method`. */
const fieldName = z.string().regex(/^[A-Za-z0-9]+([-_ ][A-Za-z0-9]+)*$/);

export const definitionsSection = fields({
  priorities: byId(priority).optional().describe("Priorities, the most severe first"),
  waiting: byId(waiting).optional().describe("Reasons of waiting: the only ones for which any clock may stop"),
  fields: z
    .record(
      fieldName,
      fields({
        of: recordKind.describe("Kind of records that have the field"),
        values: list(text).describe("Values it can take"),
      }),
    )
    .optional()
    .describe("Further fields that selections may use, by the name that records give them"),
});
