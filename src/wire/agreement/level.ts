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
  fewer_than: count,
  then: z.enum(["not rated", "allow misses", "join next period"]),
  misses: count.optional(),
});

const stage = fields({
  within: allowed,
  expected: mark,
  minimum: mark.optional(),
  low_volume: lowVolume.optional(),
});

const agreedDowntime = fields({
  windows: list(reference).optional(),
  needs: z.enum(["approved change"]).optional(),
  notice: allowed.optional(),
  at_most: allowed.optional(),
  treated: z.enum(["taken out", "counted as up", "not agreed"]).optional(),
});

/** What a level counts. */
const population = {
  measure: measureKind,
  of: recordKind.optional(),
  where: selection.optional(),
  good: selection.optional(),
  except: list(fields({ because: text, where: selection })).optional(),
  services: list(reference).optional(),
  calendar: reference.optional(),
  period: period.optional(),
  judged_per: z.enum(["all together", "service", "component", "site", "priority"]).optional(),
  source: reference.optional(),
};

/** How a figure is made of what is counted. */
const figure = {
  percent: share.optional(),
  trim: share.optional(),
  value: text.optional(),
  divided_by: fields({ of: recordKind, where: selection.optional() }).optional(),
  weighted_by: fields({ field: text, of: factor }).optional(),
  together: fields({ at_least: count, of: list(reference) }).optional(),
  averaged_over: periods.optional(),
  slot: allowed.optional(),
  sampled_every: allowed.optional(),
  complete_from: share.optional(),
  scale: fields({ from: factor, to: factor }).optional(),
  abandoned: z.enum(["missed", "left out", "answered"]).optional(),
  parts: byLevel(share).optional(),
  points: fields({ met: factor.optional(), "at minimum": factor.optional(), missed: factor.optional() }).optional(),
  left_out: z.enum(["shared among the others", "counts as met"]).optional(),
};

export const level = fields({
  title: text,
  ...population,
  clock: clock.optional(),
  expected: mark.optional(),
  minimum: mark.optional(),
  stages: list(stage).optional(),
  agreed_downtime: agreedDowntime.optional(),
  low_volume: lowVolume.optional(),
  ...figure,
  underpins: list(text).optional(),
  clause: text.optional(),
  purpose: text.optional(),
  wording: text.optional(),
  rules: fields(levelRules).optional(),
  ...levelRules,
});
