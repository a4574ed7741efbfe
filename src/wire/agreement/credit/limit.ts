import { z } from "zod";
import { fields, list, reference } from "../fields.ts";
import { money } from "../quantity/money.ts";
import { factor } from "../quantity/number.ts";
import { shareOf, shareOrMoney } from "./gift.ts";
import { row } from "./gives.ts";

export const limit = fields({
  per: z
    .enum(["miss", "level", "service", "category", "month", "quarter", "year", "contract year"])
    .describe("What is limited"),
  category: reference.optional().meta({ description: "The category", otherwise: "each of them" }),
  at_most: shareOrMoney.optional().describe("No more than this"),
  at_least: money.optional().describe("Less than this is not paid"),
  excess: z.enum(["lapses", "carried"]).optional().meta({ description: "What is above", otherwise: "`lapses`" }),
  below: z.enum(["lapses", "raised"]).optional().meta({ description: "What is below", otherwise: "`lapses`" }),
});

const band = fields({
  upto: factor.optional().describe("Up to so many points"),
  factor: factor.describe("Each is worth this factor"),
});

export const points = fields({
  money_each: money.optional().describe("Money for each point"),
  share_each: shareOf.optional().describe("Share of a base for each point"),
  rows: list(row).optional().describe("What so many points give"),
  of: reference.optional().describe("Base of the shares of the rows"),
  free: factor.optional().describe("Points that cost nothing"),
  bands: list(band).optional().describe("Factors that grow with the points, for money_each"),
});

export const oneEvent = z.enum(["all", "highest", "first", "client chooses"]);
