import { z } from "zod";
import { byLevel, fields, list, reference, text } from "../fields.ts";
import { count, factor, share } from "../quantity/number.ts";
import { term } from "../quantity/time.ts";
import { fact, shareOrMoney } from "./gift.ts";
import { factorRow, gives, givesInstead } from "./gives.ts";

const counted = z.enum(["at minimum", "missed"]);

const counts = fields({
  count: count.describe("So many failures"),
  within: term.optional().meta({ description: "Within this time, the month included", otherwise: "12 months" }),
  how: z
    .enum(["from the nth", "every nth", "in a row"])
    .optional()
    .meta({ description: "How they are counted", otherwise: "`from the nth`" }),
});

const times = fields({
  factor: factor.optional().describe("A plain factor"),
  flag: text.optional().describe("Only where a person sets this flag"),
  by: fact.optional().describe("A fact that is the factor, a part, or picks a row"),
  over: fact.optional().describe("The whole of that part"),
  rows: list(factorRow).optional().describe("Factors by the value of the fact"),
});

export const award = fields({
  level: reference.optional().describe("For this level; it comes before the general award"),
  levels: list(reference).optional().describe("For these levels"),
  category: reference.optional().describe("For the levels of this category"),
  verdict: counted.optional().meta({ description: "For this verdict", otherwise: "both" }),
  counts: counts.optional().describe("Given for a number of failures instead of each"),
  gives: gives.describe("What is given, in exactly one form"),
  times: list(times).optional().describe("Factors on what is given"),
  at_most: shareOrMoney.optional().describe("No more than this"),
});

export const repeat = fields({
  verdict: counted.optional().meta({ description: "Verdict that counts", otherwise: "both" }),
  in_a_row: count.optional().describe("From so many periods one after the other on"),
  factor: factor.optional().describe("The factor"),
  factors: list(factor).optional().describe("Instead: one factor for the first failure, the second and so on"),
});

export const override = fields({
  if: text.describe("The flag that a person sets"),
  gives: givesInstead.describe("What is given instead"),
});

export const score = fields({
  of: byLevel(share).describe("Levels and their shares of the score"),
  left_out: z
    .enum(["shared among the others", "counts in full"])
    .optional()
    .meta({ description: "What a level without a figure does", otherwise: "`shared among the others`" }),
});
