import { z } from "zod";
import type { Allowed } from "../../engine/agreement/quantity.ts";
import type { Fraction } from "../../engine/number/fraction.ts";
import { byId, byLevel, fields, list, reference, text } from "./fields.ts";
import { date } from "./quantity/day.ts";
import { money } from "./quantity/money.ts";
import { count, factor, readFactor, share } from "./quantity/number.ts";
import { readAllowed, term } from "./quantity/time.ts";
import { got, type Read, scalar } from "./read.ts";

export const shareOf = fields({ share, of: reference });
export const shareOrMoney = z.union([money, shareOf]);

const base = fields({
  charges: list(reference).optional(),
  of: text.optional(),
  part: z.enum(["whole", "failing service", "failing component"]).optional(),
  share: share.optional(),
  divided_by: factor.optional(),
  sum: list(reference).optional(),
  amount: money.optional(),
  prorated: z.enum(["none", "days"]).optional(),
  missing: z.enum(["held", "month before"]).optional(),
  negative: z.enum(["zero", "kept"]).optional(),
});

const weightRules = fields({
  divide: reference,
  total: z.enum(["exactly 100%", "at most 100%"]).optional(),
  set_by: z.enum(["client", "supplier", "both"]).optional(),
  notice: term.optional(),
  changes: scalar(readChanges, "at most 2 per year").optional(),
});

const weightSet = fields({
  from: date,
  set_by: reference,
  notice_given: date,
  reason: text,
  shares: byLevel(share),
});

const row = fields({
  from: text.optional(),
  upto: text.optional(),
  is: text.optional(),
  others: z.enum(["yes"]).optional(),
  share: share.optional(),
  amount: money.optional(),
  points: factor.optional(),
});

const partial = z.enum(["whole steps", "started steps", "linear"]).optional();
const given = { share: share.optional(), amount: money.optional() };

const gives = fields({
  ...given,
  of: reference.optional(),
  for_each: z.enum(["miss", "record out of time"]).optional(),
  by: text.optional(),
  rows: list(row).optional(),
  shortfall: fields({ below: z.enum(["expected", "minimum"]).optional(), step: share, partial, ...given }).optional(),
  per_unit: fields({
    count: text,
    size: scalar(readSize, "1h, 1 day or a number"),
    partial,
    ...given,
    points: factor.optional(),
  }).optional(),
  points: factor.optional(),
  entered: z.enum(["amount"]).optional(),
});

const award = fields({
  level: reference.optional(),
  levels: list(reference).optional(),
  verdict: z.enum(["at minimum", "missed"]).optional(),
  counts: fields({
    count,
    of: text.optional(),
    within: term.optional(),
    how: z.enum(["from the nth", "every nth", "in a row"]).optional(),
  }).optional(),
  gives,
  times: list(
    fields({
      factor: factor.optional(),
      flag: text.optional(),
      by: text.optional(),
      over: text.optional(),
      rows: list(row).optional(),
    }),
  ).optional(),
  at_most: shareOrMoney.optional(),
});

const limit = fields({
  per: z.enum(["miss", "level", "service", "month", "quarter", "year", "contract year"]),
  at_most: shareOrMoney.optional(),
  at_least: money.optional(),
  excess: z.enum(["lapses", "carried"]).optional(),
  below: z.enum(["lapses", "raised"]).optional(),
});

const after = {
  repeat: fields({ verdict: z.enum(["at minimum", "missed"]).optional(), in_a_row: count, factor }).optional(),
  one_event: z.enum(["all", "highest", "first", "client chooses"]).optional(),
  exclusive_groups: list(list(reference)).optional(),
  override: fields({ if: text, gives }).optional(),
  limits: list(limit).optional(),
  earn_back: fields({
    share,
    when: z.enum(["met", "exceeded", "no credits", "average at expected"]),
    in_a_row: count,
    not_for: list(reference).optional(),
    to: z.enum(["refund", "bank"]).optional(),
  }).optional(),
  bonus: fields({
    above: share,
    step: share.optional(),
    ...given,
    of: reference.optional(),
    at_most: shareOrMoney.optional(),
    used: z.enum(["offset", "paid"]).optional(),
  }).optional(),
  settled: fields({
    on: z.enum(["next invoice", "next quarter"]).optional(),
    at_the_end: z.enum(["paid in cash", "lapses"]).optional(),
  }).optional(),
  claimed_within: term.optional(),
};

/** The shape of a credit plan; whether its awards make sense is a matter of the credit room. */
export const creditPlan = fields({
  title: text,
  for: reference,
  from: date,
  until: date.optional(),
  owner: reference,
  clause: text.optional(),
  approved_by: list(reference).optional(),
  bases: byId(base),
  weight_rules: weightRules.optional(),
  weights: list(weightSet).optional(),
  awards: list(award),
  points: fields({
    money_each: money.optional(),
    share_each: shareOf.optional(),
    rows: list(row).optional(),
    free: factor.optional(),
    bands: list(fields({ upto: factor.optional(), factor })).optional(),
  }).optional(),
  ...after,
});

type Changes = { readonly at_most: number; readonly per: "month" | "quarter" | "year" };

function readChanges(said: string): Read<Changes> {
  const match = /^at most (\d{1,3}) per (month|quarter|year)$/.exec(said);
  if (match) return got({ at_most: Number(match[1]), per: match[2] as Changes["per"] });
  const message = `'${said}' does not say how often weights may change.`;
  return { refusal: { code: "changes-unreadable", message, way_out: "Write for example 'at most 2 per year'." } };
}

function readSize(said: string): Read<Allowed | Fraction> {
  const bare = readFactor(said);
  return "value" in bare ? bare : readAllowed(said);
}
