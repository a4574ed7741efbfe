import { z } from "zod";
import { byId, byLevel, fields, reference, text } from "../fields.ts";
import { date } from "../quantity/day.ts";
import { count, share } from "../quantity/number.ts";
import { term } from "../quantity/time.ts";
import { got, type Read, scalar } from "../read.ts";

export const weightRules = fields({
  divide: reference.describe("Base that the shares divide"),
  total: z
    .enum(["exactly 100%", "at most 100%", "free"])
    .optional()
    .describe("What the shares of a set, or of each category of it, add up to"),
  set_by: z.enum(["client", "supplier", "both"]).optional().describe("Who sets them"),
  notice: term.optional().describe("Notice before a new set holds"),
  changes: scalar(readChanges, "at most 2 per year")
    .optional()
    .describe("How often they may change: at most 2 per year"),
  levels_at_once: count.optional().describe("How many levels one change may touch"),
  at_risk: z
    .enum(["may not rise", "free"])
    .optional()
    .meta({ description: "Whether a change may raise what is at risk in all", otherwise: "`free`" }),
  inside_a_period: z
    .enum(["pinned at the start", "by days"])
    .optional()
    .meta({ description: "What a change inside a period does", otherwise: "`pinned at the start`" }),
});

export const weightSet = fields({
  from: date.describe("First day of this set, which holds until the next"),
  set_by: reference.describe("Who set it"),
  notice_given: date.describe("Day on which notice was given"),
  reason: text.describe("Why"),
  shares: byLevel(share).describe("Shares by service level; a level with a share is critical"),
  categories: byId(share).optional().describe("Shares of whole categories, which the shares of their levels divide"),
});

type Changes = { readonly at_most: number; readonly per: "month" | "quarter" | "year" };

function readChanges(said: string): Read<Changes> {
  const match = /^at most (\d{1,3}) per (month|quarter|year)$/.exec(said);
  if (match) return got({ at_most: Number(match[1]), per: match[2] as Changes["per"] });
  const message = `'${said}' does not say how often weights may change.`;
  return { refusal: { code: "changes-unreadable", message, way_out: "Write for example 'at most 2 per year'." } };
}
