import { byId, fields, list, reference, text } from "./fields.ts";
import { allowed } from "./quantity/time.ts";
import { clockRules } from "./rules.ts";
import { moment } from "./words.ts";

const row = fields({
  within: allowed.optional().meta({ description: "Time allowed", otherwise: "that of the clock" }),
  calendar: reference.optional().meta({ description: "Calendar of this row", otherwise: "that of the clock" }),
  clause: text.optional().describe("Clause of this row, printed beside figures"),
});

export const clock = fields({
  starts: moment
    .optional()
    .meta({ description: "Moment at which the clock starts", otherwise: "`opened`, for calls `queued`" }),
  stops: moment.describe("Moment at which it stops"),
  within: allowed.optional().describe("Time allowed to every record"),
  by: moment.optional().describe("Due at another moment of the record, instead of within a time"),
  calendar: reference.optional().meta({
    description: "Calendar in which the clock runs",
    otherwise: "that of the level, else of its first service",
  }),
  pauses_while_waiting_for: list(reference)
    .optional()
    .meta({ description: "Reasons of waiting for which this clock stops", otherwise: "`[]`" }),
  per_priority: byId(row).optional().describe("Terms by priority; a record without a row does not count"),
  per_offering: byId(row).optional().describe("Terms by offering"),
  per_service: byId(row).optional().describe("Terms by service"),
  per_site: byId(row).optional().describe("Terms by site"),
  ...clockRules,
});
