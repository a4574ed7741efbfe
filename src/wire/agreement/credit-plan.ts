import { z } from "zod";
import type { Allowed } from "../../engine/agreement/quantity.ts";
import type { Fraction } from "../../engine/number/fraction.ts";
import { byId, byLevel, fields, list, reference, text } from "./fields.ts";
import { date } from "./quantity/day.ts";
import { money } from "./quantity/money.ts";
import { count, factor, readFactor, share } from "./quantity/number.ts";
import { readAllowed, term } from "./quantity/time.ts";
import { got, type Read, scalar } from "./read.ts";

export const shareOf = fields({
  share: share.describe("The share"),
  of: reference.describe("The base, or weight for the weight of the level"),
});
export const shareOrMoney = z.union([money, shareOf]);

const base = fields({
  charges: list(reference).optional().describe("Charges that are added up"),
  of: text
    .optional()
    .describe("Another base; with charges: month of the miss, month before, month after or contract year"),
  part: z.enum(["whole", "failing service", "failing component"]).optional().describe("Which part of the charges"),
  share: share.optional().describe("Share of what of names"),
  divided_by: factor.optional().describe("Divided by this"),
  sum: list(reference).optional().describe("Bases that are added up"),
  amount: money.optional().describe("An amount that is stated"),
  prorated: z.enum(["none", "days"]).optional().describe("Whether a part of a month counts by its days"),
  missing: z.enum(["held", "month before"]).optional().describe("What is done while charges are not known"),
  negative: z.enum(["zero", "kept"]).optional().describe("What a base below zero is"),
});

const weightRules = fields({
  divide: reference.describe("Base that the shares divide"),
  total: z.enum(["exactly 100%", "at most 100%"]).optional().describe("What the shares of a set add up to"),
  set_by: z.enum(["client", "supplier", "both"]).optional().describe("Who sets them"),
  notice: term.optional().describe("Notice before a new set holds"),
  changes: scalar(readChanges, "at most 2 per year")
    .optional()
    .describe("How often they may change: at most 2 per year"),
});

const weightSet = fields({
  from: date.describe("First day of this set, which holds until the next"),
  set_by: reference.describe("Who set it"),
  notice_given: date.describe("Day on which notice was given"),
  reason: text.describe("Why"),
  shares: byLevel(share).describe("Shares by service level; a level with a share is critical"),
});

const row = fields({
  from: text.optional().describe("From this value on"),
  upto: text.optional().describe("Up to this value"),
  is: text.optional().describe("For this word"),
  others: z.enum(["yes"]).optional().describe("For every other value"),
  share: share.optional().describe("Share of the base"),
  amount: money.optional().describe("Amount"),
  points: factor.optional().describe("Points"),
});

const partial = z.enum(["whole steps", "started steps", "linear"]).optional();
const given = {
  share: share.optional().describe("Share of the base"),
  amount: money.optional().describe("Amount"),
};

const shortfall = fields({
  below: z.enum(["expected", "minimum"]).optional().describe("The mark it falls short of"),
  step: share.describe("Length of a step"),
  partial: partial.describe("What a begun step gives"),
  ...given,
});

const perUnit = fields({
  count: text.describe("The fact that is counted"),
  size: scalar(readSize, "1h, 1 day or a number").describe("Size of a unit: 1h, 1 day or a number"),
  partial: partial.describe("What a begun unit gives"),
  ...given,
  points: factor.optional().describe("Points for each unit"),
});

const gives = fields({
  ...given,
  of: reference.optional().describe("Base of the share, or weight for the weight of the level"),
  for_each: z.enum(["miss", "record out of time"]).optional().describe("What the amount is given for"),
  by: text.optional().meta({ description: "Fact by which rows are picked", otherwise: "the figure" }),
  rows: list(row).optional().describe("What is given by the value of that fact"),
  shortfall: shortfall.optional().describe("For each step by which the figure falls short"),
  per_unit: perUnit.optional().describe("For each unit of a fact, such as hours of outage"),
  points: factor.optional().describe("Points"),
  entered: z.enum(["amount"]).optional().describe("A person enters the amount"),
});

const counts = fields({
  count: count.describe("So many failures"),
  of: text.optional().describe("What is counted"),
  within: term.optional().describe("Within this time"),
  how: z.enum(["from the nth", "every nth", "in a row"]).optional().describe("How they are counted"),
});

const times = fields({
  factor: factor.optional().describe("A plain factor"),
  flag: text.optional().describe("Only where a person sets this flag"),
  by: text.optional().describe("A fact whose rows give the factor, or a part"),
  over: text.optional().describe("The whole of that part"),
  rows: list(row).optional().describe("Factors by the value of the fact"),
});

const award = fields({
  level: reference.optional().describe("For this level; it replaces the general award"),
  levels: list(reference).optional().describe("For these levels"),
  verdict: z.enum(["at minimum", "missed"]).optional().describe("For this verdict"),
  counts: counts.optional().describe("Given for a number of failures instead of each"),
  gives: gives.describe("What is given, in exactly one form"),
  times: list(times).optional().describe("Factors on what is given"),
  at_most: shareOrMoney.optional().describe("No more than this"),
});

const limit = fields({
  per: z.enum(["miss", "level", "service", "month", "quarter", "year", "contract year"]).describe("What is limited"),
  at_most: shareOrMoney.optional().describe("No more than this"),
  at_least: money.optional().describe("Less than this is not paid"),
  excess: z.enum(["lapses", "carried"]).optional().describe("What is above"),
  below: z.enum(["lapses", "raised"]).optional().describe("What is below"),
});

const repeat = fields({
  verdict: z.enum(["at minimum", "missed"]).optional().describe("Verdict that counts"),
  in_a_row: count.describe("So many periods"),
  factor: factor.describe("The factor"),
});

const override = fields({
  if: text.describe("The flag that a person sets"),
  gives: gives.describe("What is given instead"),
});

const earnBack = fields({
  share: share.describe("Share of the credit"),
  when: z.enum(["met", "exceeded", "no credits", "average at expected"]).describe("What has to be shown"),
  in_a_row: count.describe("For so many periods"),
  not_for: list(reference).optional().describe("Levels that it does not hold for"),
  to: z.enum(["refund", "bank"]).optional().describe("Paid back, or kept against later credits"),
});

const bonus = fields({
  above: share.describe("From this figure on"),
  step: share.optional().describe("For each step above it"),
  ...given,
  of: reference.optional().describe("The base of the share"),
  at_most: shareOrMoney.optional().describe("No more than this"),
  used: z.enum(["offset", "paid"]).optional().describe("Set against credits, or paid"),
});

const settled = fields({
  on: z.enum(["next invoice", "next quarter"]).optional().describe("When credits are paid"),
  at_the_end: z.enum(["paid in cash", "lapses"]).optional().describe("What is left when the contract ends"),
});

const band = fields({
  upto: factor.optional().describe("Up to so many points"),
  factor: factor.describe("Each is worth this factor"),
});

const points = fields({
  money_each: money.optional().describe("Money for each point"),
  share_each: shareOf.optional().describe("Share of a base for each point"),
  rows: list(row).optional().describe("What so many points give"),
  free: factor.optional().describe("Points that cost nothing"),
  bands: list(band).optional().describe("Factors that grow with the points"),
});

const after = {
  repeat: repeat.optional().describe("A factor for failures one after the other"),
  one_event: z
    .enum(["all", "highest", "first", "client chooses"])
    .optional()
    .describe("Which credit counts where one event causes several"),
  exclusive_groups: list(list(reference)).optional().describe("Levels of which only one gives a credit"),
  override: override.optional().describe("Given instead of everything else"),
  limits: list(limit).optional().describe("Limits, applied in order"),
  earn_back: earnBack.optional().describe("What the supplier can win back"),
  bonus: bonus.optional().describe("What the client owes for more than was promised"),
  settled: settled.optional().describe("When it is paid"),
  claimed_within: term
    .optional()
    .meta({ description: "Time within which the client must claim it", otherwise: "no claim is needed" }),
};

/** The shape of a credit plan; whether its awards make sense is a matter of the credit room. */
export const creditPlan = fields({
  title: text.describe("What the plan is called"),
  for: reference.describe("Agreement it belongs to"),
  from: date.describe("First day"),
  until: date.optional().describe("Last day, included"),
  owner: reference.describe("Who answers for it"),
  clause: text.optional().describe("Clause that it stands on"),
  approved_by: list(reference).optional().describe("People who approve credits"),
  bases: byId(base).describe("Amounts that shares are taken of"),
  weight_rules: weightRules.optional().describe("How weights are set"),
  weights: list(weightSet).optional().describe("Sets of weights, each from a day on"),
  awards: list(award).describe("What a miss gives"),
  points: points.optional().describe("What points become"),
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
