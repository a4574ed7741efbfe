import { z } from "zod";
import { openings } from "../../engine/agreement/document/improvement.ts";
import type { Mark } from "../../engine/agreement/quantity.ts";
import { fraction } from "../../engine/number/fraction.ts";
import { edge } from "./credit/edge.ts";
import { shareOrMoney } from "./credit/gift.ts";
import { byId, fields, list, reference, text } from "./fields.ts";
import { money } from "./quantity/money.ts";
import { count } from "./quantity/number.ts";
import { allowed, readSeconds, term } from "./quantity/time.ts";
import { got, type Read, refused, scalar } from "./read.ts";
import { verdict } from "./words.ts";

const sayDowntime = "A time: 12h, or more than 24h";

const closed = fields({
  verdict: verdict.describe("Verdict that counts"),
  in_a_row: count.describe("So many periods one after the other"),
});

const trend = fields({
  worse_in_a_row: count
    .optional()
    .describe("The figure got worse so many times, each period worse than the one before"),
  nearer_than: edge.optional().describe("Only while the newest figure is nearer to the mark than this"),
  periods: count.optional().describe("The line through the figures of so many periods, three at least"),
  reaches: z.enum(["expected", "minimum"]).optional().describe("The mark of the level that the line reaches"),
  within: count.optional().describe("In so many periods from the newest on"),
});

const average = fields({
  periods: count.describe("The newest periods whose mean is taken"),
  below: edge.optional().describe("The mean is below this"),
  above: edge.optional().describe("The mean is above this"),
});

const chronic = fields({
  outages: count.optional().describe("At least so many outages"),
  downtime: scalar(readDowntime, sayDowntime).optional().describe("Outages that took so long together"),
  within: term.describe("In any such stretch of time that ends with an outage"),
});

const capacity = fields({
  reaches: edge.describe("The figure that is reached"),
  within: term.describe("In this time from the newest period on"),
  from: count.describe("The newest figures that the line is laid through; there must be three"),
});

const credits = fields({
  plan: reference.describe("The credit plan"),
  at_least: shareOrMoney
    .optional()
    .meta({ description: "The credit of a month from which it counts", otherwise: "any credit" }),
});

/** What a trigger looks at. */
const looks = {
  verdict: verdict.optional().meta({ description: "Verdict that counts", otherwise: "`missed`" }),
  in_a_row: count.optional().describe("So many periods one after the other"),
  times: count.optional().describe("So many periods out of out_of"),
  out_of: count.optional().describe("The newest periods among which times are counted"),
  trend: trend.optional().describe("The figure gets worse"),
  average: average.optional().describe("The mean of several periods is below or above a figure"),
  chronic: chronic.optional().describe("Too many outages, or too much time of them"),
  capacity: capacity.optional().describe("A figure that will soon be reached"),
  credits: credits
    .optional()
    .describe("Months with a credit, in a row or times out of out_of; one month without these"),
  limit_reached: reference
    .optional()
    .describe("Months in which the limit of this credit plan cut the credit, counted as credits are"),
};

const trigger = fields({
  title: text.describe("What the trigger is called"),
  agreement: reference.optional().describe("Agreement whose levels are looked at"),
  levels: z
    .union([z.enum(["all", "critical"]), list(reference)])
    .optional()
    .meta({
      description: "Levels that are looked at; critical ones have a weight in a credit plan",
      otherwise: "`all`",
    }),
  ...looks,
  opens: z.enum(openings).describe("What follows"),
  within: allowed.optional().describe("Time in which it has to be done"),
  notice: term.optional().describe("Notice with which a right is used"),
  expires: term.optional().describe("Time after which the right is lost, from the end of the period that gave it"),
});

const plan = fields({
  owner_named_within: allowed.optional().describe("Time to name an owner"),
  cause_found_within: allowed.optional().describe("Time to find the cause"),
  approved_within: allowed.optional().describe("Time to approve the plan"),
  cost_case_from: money.optional().describe("Cost from which cost and benefit are shown"),
  reported_at: reference.optional().describe("Review that hears of it"),
  closed_when: closed.optional().describe("When a plan has done its work"),
  relapse_within: term.optional().describe("A miss within this time opens the plan again"),
});

export const improvementSection = fields({
  triggers: byId(trigger).optional().describe("What opens something"),
  plan: plan.optional().describe("Terms of every improvement plan"),
});

/** `12h` is at least so long, `more than 24h` is longer. */
function readDowntime(said: string): Read<Mark> {
  const match = /^(more than |at least )?(.*)$/.exec(said);
  const seconds = readSeconds(match?.[2] ?? "");
  if (seconds === null)
    return refused("time-unreadable", `'${said}' is not a time.`, "Write for example '12h' or 'more than 24h'.");
  const direction = match?.[1] === "more than " ? "more than" : "at least";
  return got({ direction, quantity: { unit: "time", value: fraction(seconds) } });
}
