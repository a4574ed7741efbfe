import { byId, fields, list, reference, text } from "./fields.ts";
import { allowed } from "./quantity/time.ts";

const step = fields({
  by: reference.describe("Team or party that holds the record"),
  under: reference.optional().describe("Agreement that says how long it may"),
  keeps: byId(allowed).optional().describe("Its own share of the time by priority, where there is no agreement"),
});

const route = fields({
  title: text.describe("What the route is called"),
  services: list(reference).optional().meta({ description: "Services whose records travel it", otherwise: "all" }),
  steps: list(step).describe("Holders on the way, in order"),
});

export const underpinningSection = fields({
  routes: byId(route).optional().describe("Ways that a record may travel"),
  kept_by_the_supplier: list(reference)
    .optional()
    .describe("Service levels of an SLA that need no promise underneath; any other without one is an error"),
});
