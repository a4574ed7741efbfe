import { z } from "zod";
import { fields, list, text } from "./agreement/fields.ts";
import { point } from "./agreement/quantity/day.ts";
import { factor } from "./agreement/quantity/number.ts";

/** Relief that one party claimed and the other granted, as written down. */
export const reliefEntry = fields({
  id: text,
  agreement: text,
  ground: text,
  clause: text,
  takes_out: z.enum(["time", "records"]),
  levels: list(text).optional(),
  records: list(text).optional(),
  from: point.optional(),
  until: point.optional(),
  evidence: list(text),
  granted_by: text,
  granted: point,
});

/** A figure that no tool gives, entered by a person: `part` of `whole`, or a plain figure. */
export const enteredEntry = fields({
  agreement: text,
  level: text,
  period: text,
  part: factor,
  whole: factor.optional(),
  by: text,
  evidence: list(text),
});

/** A file of facts that people state. Entries are read one by one, so that one broken entry spoils no other. */
export const factsFile = fields({
  underpin: z.literal("1").optional(),
  part_of: text.optional(),
  relief: z.array(z.unknown()).optional(),
  entered: z.array(z.unknown()).optional(),
});
