import { byId, fields, list, reference, text } from "./fields.ts";
import { allowed } from "./quantity/time.ts";
import { clockRules } from "./rules.ts";
import { moment } from "./words.ts";

const row = fields({
  within: allowed.optional(),
  calendar: reference.optional(),
  clause: text.optional(),
});

export const clock = fields({
  starts: moment.optional(),
  stops: moment,
  within: allowed.optional(),
  by: moment.optional(),
  calendar: reference.optional(),
  pauses_while_waiting_for: list(reference).optional(),
  per_priority: byId(row).optional(),
  per_offering: byId(row).optional(),
  per_service: byId(row).optional(),
  per_site: byId(row).optional(),
  ...clockRules,
});
