import type { TriggerDocument } from "../../../engine/agreement/document/improvement.ts";
import type { Complaint } from "../problem.ts";
import { atKey, atValue, type Rule } from "./rule.ts";
import { triggerWays } from "./trigger-ways.ts";

/** A trigger looks at one thing, and says everything about it: counted periods, figures, outages or credits. */
export const triggerWhole: Rule = ({ improvement }) =>
  Object.entries(improvement.triggers ?? {}).flatMap(([id, trigger]) => {
    const path = ["improvement", "triggers", id];
    const unclear = unclearWay(path, trigger);
    return unclear.length > 0
      ? unclear
      : [...countComplaints(path, trigger), ...triggerWays(path, trigger), ...idleFields(path, trigger)];
  });

const figureWays = ["trend", "average", "chronic", "capacity"] as const;
const planWays = ["credits", "limit_reached"] as const;

/** Figures are not counted; months of a plan may be; results are counted in one way. */
function unclearWay(path: readonly string[], trigger: TriggerDocument): readonly Complaint[] {
  const written = (fields: readonly (keyof TriggerDocument)[]) =>
    fields.filter((field) => trigger[field] !== undefined).length;
  const [figures, plans] = [written(figureWays), written(planWays)];
  const counts = written(["in_a_row", "times"]);
  const isClear =
    figures + plans <= 1 && counts <= 1 && (plans === 1 || figures + counts === 1) && (figures === 0 || counts === 0);
  if (isClear) return [];
  const message =
    "a trigger counts 'in_a_row' or 'times' with 'out_of', or looks at 'trend', 'average', 'chronic', 'capacity', 'credits' or 'limit_reached', one of them; months of credits may be counted.";
  const way_out = figures + plans + counts === 0 ? "Add one." : "Keep one.";
  return [atKey(path, { code: "trigger-unclear", message, way_out })];
}

function countComplaints(path: readonly string[], { in_a_row, times, out_of }: TriggerDocument): readonly Complaint[] {
  if (in_a_row === 0 || times === 0) {
    const field = in_a_row === 0 ? "in_a_row" : "times";
    const message = "nothing at all would complete it.";
    return [atValue([...path, field], { code: "count-too-small", message, way_out: "Write 1 or more." })];
  }
  if (times === undefined) {
    if (out_of === undefined) return [];
    const message = "'out_of' means nothing without 'times'.";
    return [atKey([...path, "out_of"], { code: "field-without-use", message, way_out: "Add 'times', or remove it." })];
  }
  if (out_of === undefined) {
    const message = `${times} times out of how many periods is not said.`;
    return [atKey(path, { code: "out-of-missing", message, way_out: "Add 'out_of'." })];
  }
  if (times <= out_of) return [];
  const message = `${times} times cannot happen in ${out_of} periods.`;
  return [atValue([...path, "times"], { code: "never-reached", message, way_out: "Raise out_of, or lower times." })];
}

/** Fields that mean nothing to what the trigger looks at, or to what it opens. */
function idleFields(path: readonly string[], trigger: TriggerDocument): readonly Complaint[] {
  const isOfPlan = planWays.some((field) => trigger[field] !== undefined);
  const isCounted = trigger.in_a_row !== undefined || trigger.times !== undefined;
  const idle: readonly (keyof TriggerDocument)[] = [
    ...(isOfPlan ? (["agreement", "levels"] as const) : []),
    ...(isOfPlan || !isCounted ? (["verdict"] as const) : []),
    ...(trigger.opens === "right to end the contract" ? [] : (["notice", "expires"] as const)),
  ];
  return idle
    .filter((field) => trigger[field] !== undefined)
    .map((field) => {
      const isOfRight = field === "notice" || field === "expires";
      const message = `'${field}' means nothing to ${isOfRight ? "what this trigger opens" : "what this trigger looks at"}.`;
      const way_out = isOfRight ? "Remove it, or open 'right to end the contract'." : "Remove it.";
      return atKey([...path, field], { code: "field-without-use", message, way_out });
    });
}
