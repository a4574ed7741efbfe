import { z } from "zod";
import { clock } from "./clock.ts";
import { byLevel, fields, list, reference, text } from "./fields.ts";
import { condition } from "./quantity/condition.ts";
import { mark } from "./quantity/mark.ts";
import { count, factor, periods, share } from "./quantity/number.ts";
import { period } from "./quantity/period.ts";
import { allowed } from "./quantity/time.ts";
import { levelRules } from "./rules.ts";
import { measureKind, recordKind } from "./words.ts";

export const selection = z.record(z.string(), condition);

const lowVolume = fields({
  fewer_than: count.describe("Fewer records than this are few"),
  then: z.enum(["not rated", "allow misses", "join next period"]).describe("What becomes of a period with few records"),
  misses: count
    .optional()
    .describe("How many misses are allowed whatever the share; with allow misses it must be written"),
});

const stage = fields({
  within: allowed.describe("Time allowed in this stage"),
  expected: mark.describe("Share that must keep it"),
  minimum: mark.optional().meta({ description: "Share below which it is missed", otherwise: "none" }),
  low_volume: lowVolume.optional().describe("What becomes of a period with few records, for this stage"),
});

const agreedDowntime = fields({
  windows: list(reference)
    .optional()
    .meta({ description: "Only inside these maintenance windows", otherwise: "anywhere" }),
  needs: z.enum(["approved change"]).optional().describe("Only under such a change"),
  notice: allowed.optional().meta({ description: "Only when announced so long before", otherwise: "none" }),
  at_most: allowed
    .optional()
    .meta({ description: "What is longer in a period counts as down", otherwise: "any length" }),
  treated: z
    .enum(["taken out", "counted as up", "not agreed"])
    .optional()
    .meta({ description: "What agreed downtime is", otherwise: "`taken out`" }),
});

const exception = fields({
  because: text.describe("Why"),
  where: selection.describe("Which records"),
});

const divisor = fields({
  of: recordKind.describe("Kind of records that are counted below"),
  where: selection.optional().meta({ description: "Which of them", otherwise: "all of the kind" }),
});

const weight = fields({
  field: text.describe("Field of the outage, such as users"),
  of: factor.describe("The whole that it is a part of"),
});

const jointly = fields({
  at_least: count.describe("So many must be up"),
  of: list(reference).describe("Services or components"),
});

const scale = fields({
  from: factor.describe("Lowest value"),
  to: factor.describe("Highest value"),
});

const points = fields({
  met: factor.optional().meta({ description: "Points of a level that is met", otherwise: "`100`" }),
  "at minimum": factor.optional().meta({ description: "Points of a level at minimum", otherwise: "`0`" }),
  missed: factor.optional().meta({ description: "Points of a level that is missed", otherwise: "`0`" }),
});

/** What a level counts. */
const population = {
  measure: measureKind.describe("What is measured"),
  of: recordKind.optional().describe("Kind of records; not for scores"),
  where: selection.optional().meta({ description: "Records that count", otherwise: "all of the kind" }),
  good: selection.optional().describe("Which of them are good, or bad where the target says at most"),
  except: list(exception).optional().describe("Records left out, each with the reason that is printed beside it"),
  services: list(reference)
    .optional()
    .meta({ description: "Services or components it is about", otherwise: "those of the agreement" }),
  calendar: reference
    .optional()
    .meta({ description: "Which time counts, for measures without a clock", otherwise: "that of the first service" }),
  period: period
    .optional()
    .meta({ description: "Span that a verdict is given for", otherwise: "that of the agreement" }),
  judged_per: z
    .enum(["all together", "service", "component", "site", "priority"])
    .optional()
    .meta({ description: "One verdict, or one for each of these", otherwise: "`all together`" }),
  source: reference
    .optional()
    .meta({ description: "Tool whose records are meant", otherwise: "the tool that gives the kind" }),
};

/** How a figure is made of what is counted. */
const figure = {
  percent: share.optional().describe("Which percentile"),
  trim: share
    .optional()
    .meta({ description: "Share of the slowest records that an average ignores", otherwise: "none" }),
  value: text.optional().describe("Field that a figure is taken of, where it is not the time of the clock"),
  divided_by: divisor.optional().describe("What a rate is divided by"),
  weighted_by: weight
    .optional()
    .describe("Time down is weighted by a field of the outage over a whole, such as users hit over all users"),
  together: jointly.optional().describe("Several services or components are up while at least so many of them are"),
  averaged_over: periods
    .optional()
    .meta({ description: "The figure is the average of so many periods, this one included", otherwise: "`1 period`" }),
  slot: allowed
    .optional()
    .meta({ description: "Length of the slots that are judged one by one", otherwise: "no slots" }),
  sampled_every: allowed.optional().describe("How often a sample is due, so that missing ones are seen"),
  complete_from: share
    .optional()
    .meta({ description: "With less of the data than this the verdict is undetermined", otherwise: "`90%`" }),
  scale: scale.optional().describe("Ends of the scale of an answer"),
  abandoned: z
    .enum(["missed", "left out", "answered"])
    .optional()
    .describe("What a call is that the caller gives up; must be written for calls"),
  parts: byLevel(share).optional().describe("Service levels and their shares of a score, which add up to 100%"),
  points: points.optional().describe("Points of a score by verdict"),
  left_out: z.enum(["shared among the others", "counts as met"]).optional().meta({
    description: "What becomes of a part of a score without a verdict",
    otherwise: "`shared among the others`",
  }),
};

/** `rules` of a service level. */
export const levelRulesDocument = fields(levelRules);

export const level = fields({
  title: text.describe("What the service level is called"),
  ...population,
  clock: clock.optional().describe("What starts, pauses and stops the time of a record"),
  expected: mark.optional().describe("Target: at this or better the verdict is met"),
  minimum: mark.optional().meta({
    description: "Worse than expected and no worse than this, the verdict is at minimum; beyond it, missed",
    otherwise: "none",
  }),
  stages: list(stage).optional().describe("Several times, each with its own target, instead of one; all must hold"),
  agreed_downtime: agreedDowntime
    .optional()
    .describe("Downtime that was agreed beforehand; what goes beyond counts as down"),
  low_volume: lowVolume.optional().describe("What becomes of a period with few records"),
  ...figure,
  underpins: list(text)
    .optional()
    .describe("Service levels that this one of an OLA or UC holds up, as agreement/level"),
  clause: text.optional().describe("Clause of the promise, printed beside figures"),
  purpose: text.optional().describe("What it is for; quantities may not be written out"),
  wording: text.optional().meta({
    description:
      "Negotiated text with blanks such as {expected}, which name fields of the level; quantities may not be written out",
    otherwise: "the text is written from the fields",
  }),
  rules: levelRulesDocument.optional().describe("Rules of this level; they may as well stand in the level itself"),
  ...levelRules,
});
