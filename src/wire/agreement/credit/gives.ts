import { z } from "zod";
import { fields, list, reference, text } from "../fields.ts";
import { money } from "../quantity/money.ts";
import { factor, share } from "../quantity/number.ts";
import { edge } from "./edge.ts";
import { fact, gift, partial, size } from "./gift.ts";

const where = {
  from: edge.optional().describe("From this value on"),
  upto: edge.optional().describe("Up to this value, itself included"),
  is: text.optional().describe("For this word"),
  others: z.enum(["yes"]).optional().describe("For every other value"),
};

export const row = fields({ ...where, ...gift, name: text.optional().describe("What the row is called") });
export const factorRow = fields({ ...where, factor: factor.describe("The factor") });

const shortfall = fields({
  below: z
    .enum(["expected", "minimum"])
    .optional()
    .meta({ description: "The mark it falls short of", otherwise: "`expected`" }),
  target: edge.optional().describe("Another mark than those of the level"),
  step: edge.describe("Length of a step"),
  partial,
  full_loss_above: edge.optional().describe("Above this shortfall the whole base is lost"),
  ...gift,
});

const perUnit = fields({
  count: fact.describe("The fact that is counted"),
  size: size.describe("Size of a unit: 1h, 1 day or a number"),
  partial,
  first: fields({ size: size.describe("Size of the first unit"), ...gift })
    .optional()
    .describe("A first unit with its own size and gift"),
  ...gift,
});

const band = fields({ upto: factor.optional().describe("Units up to this one, itself included"), ...gift });

export const gives = fields({
  ...gift,
  of: reference.optional().describe("Base of the shares, or weight for the weight of the level"),
  units: z.enum(["transactions", "days"]).optional().describe("Given in these units instead of money"),
  for_each: z.enum(["miss", "record out of time", "outage", "month"]).optional().meta({
    description:
      "What it is given for: each miss, each record or each outage of it, or once a month whatever the number of misses",
    otherwise: "`miss`",
  }),
  by: fact.optional().meta({ description: "Fact by which rows or bands are picked", otherwise: "the figure" }),
  rows: list(row).optional().describe("What is given by the value of that fact"),
  shortfall: shortfall.optional().describe("For each step by which the figure falls short"),
  per_unit: perUnit.optional().describe("For each unit of a fact, such as hours of outage"),
  bands: list(band).optional().describe("Each band prices only the units that lie in it"),
  entered: z.enum(["amount"]).optional().describe("A person enters the amount, with the reason"),
});

export const givesInstead = fields({
  share: share.optional().describe("Share of the base"),
  of: reference.optional().describe("Base of the share"),
  amount: money.optional().describe("Amount"),
});
