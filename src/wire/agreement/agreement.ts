import { z } from "zod";
import { rulesDocument } from "./contract.ts";
import { byId, fields, list, reference, text } from "./fields.ts";
import { level } from "./level.ts";
import { date } from "./quantity/day.ts";
import { period } from "./quantity/period.ts";
import { allowed, term, warningAt } from "./quantity/time.ts";

const dates = {
  claimed_within: allowed.optional(),
  answered_within: allowed.optional(),
  if_unanswered: z.enum(["refused", "granted"]).optional(),
};

const ground = fields({
  title: text,
  clause: text,
  takes_out: z.enum(["time", "records"]),
  evidence: list(text),
  not_for: list(reference).optional(),
  ...dates,
});

const relief = fields({ ...dates, grounds: byId(ground).optional() });

export const agreement = fields({
  kind: z.enum(["SLA", "OLA", "UC"]),
  title: text,
  provider: reference,
  customer: reference,
  owner: reference,
  services: list(reference),
  from: date,
  until: date.optional(),
  period,
  service_levels: byId(level),
  signed: date.optional(),
  signed_by: list(reference).optional(),
  reference: text.optional(),
  clause: text.optional(),
  notice_to_end: term.optional(),
  notice_of_change: term.optional(),
  commences: date.optional(),
  rules: rulesDocument.optional(),
  warnings: list(fields({ at: warningAt, tell: list(text) })).optional(),
  relief: relief.optional(),
});
