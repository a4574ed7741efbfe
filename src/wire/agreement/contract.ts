import { fields, reference, text } from "./fields.ts";
import { date } from "./quantity/day.ts";
import { currency } from "./quantity/money.ts";
import { term } from "./quantity/time.ts";
import { clockRules, levelRules } from "./rules.ts";

export const rulesDocument = fields({ ...clockRules, ...levelRules });

export const contractSection = fields({
  id: text,
  title: text,
  reference: text.optional(),
  client: reference,
  supplier: reference,
  signed: date.optional(),
  from: date,
  until: date,
  notice_to_end: term.optional(),
  time_zone: text,
  currency,
  law: text.optional(),
  language: text.optional(),
  rules: rulesDocument.optional(),
});
