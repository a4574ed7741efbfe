import type { Activity } from "../../activities/activity.ts";
import type { Act } from "../act.ts";
import { outcomeOf, replyOf } from "./outcome.ts";

/** The route of an activity: parse, start, reply. */
export const activityAct = (activity: Activity): Act => ({
  kind: "act",
  name: activity.name,
  method: activity.method ?? "POST",
  path: activity.path,
  summary: activity.summary,
  input: activity.input,
  output: outcomeOf(activity.output),
  refusals: activity.refusals ?? [],
  run: async ({ runner, who, before, also }, input) =>
    replyOf(
      await runner.start(activity, input, { who, before, also: (unit, outcome) => also(unit, replyOf(outcome)) }),
    ),
});
