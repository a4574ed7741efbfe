import { z } from "zod";
import { rulesDocument } from "./contract.ts";
import { byId, fields, list, reference, text } from "./fields.ts";
import { level } from "./level.ts";
import { date } from "./quantity/day.ts";
import { period } from "./quantity/period.ts";
import { allowed, term, warningAt } from "./quantity/time.ts";

const dates = {
  claimed_within: allowed.optional().describe("Time to claim it"),
  answered_within: allowed.optional().describe("Time to answer a claim"),
  if_unanswered: z.enum(["refused", "granted"]).optional().describe("What a claim without an answer is"),
};

const ground = fields({
  title: text.describe("What the ground is called"),
  clause: text.describe("Clause it stands on"),
  takes_out: z.enum(["time", "records"]).describe("Whether granted relief takes out time or whole records"),
  evidence: list(text).describe("What has to be shown"),
  not_for: list(reference).optional().describe("Service levels for which it cannot be claimed"),
  ...dates,
});

const relief = fields({
  ...dates,
  grounds: byId(ground)
    .optional()
    .describe("The closed list of grounds on which relief can be claimed; a ground may have dates of its own"),
});

const warning = fields({
  at: warningAt.describe("When"),
  tell: list(text).describe("Roles that are told"),
});

export const agreement = fields({
  kind: z.enum(["SLA", "OLA", "UC"]).describe("With the client (SLA), a team of the supplier (OLA) or a vendor (UC)"),
  title: text.describe("What the agreement is called"),
  provider: reference.describe("Team or party that promises"),
  customer: reference.describe("Team or party that it promises to"),
  owner: reference.describe("Who answers for the agreement"),
  services: list(reference).describe("Services it is about"),
  from: date.describe("First day"),
  until: date.optional().meta({ description: "Last day, included", otherwise: "that of the contract" }),
  period: period.describe("Span that a verdict is given for"),
  service_levels: byId(level).describe("The promises"),
  signed: date.optional().describe("Day of signing"),
  signed_by: list(reference).optional().describe("People who signed"),
  reference: text.optional().describe("The number or sign under which it is filed"),
  clause: text.optional().describe("Clause of the contract that it belongs to"),
  notice_to_end: term.optional().describe("Notice that ends it"),
  notice_of_change: term.optional().describe("Notice before it changes"),
  commences: date.optional().meta({
    description: "Periods that begin before this day are reported without a verdict",
    otherwise: "every period has one",
  }),
  rules: rulesDocument
    .optional()
    .meta({ description: "Rules for every service level of the agreement", otherwise: "those of the contract" }),
  warnings: list(warning).optional().describe("Who is told before a record is late"),
  relief: relief.optional().describe("How relief is claimed and answered, and on which grounds"),
});
