import type { Complaint } from "../problem.ts";
import { atKey, atValue, type Rule } from "./rule.ts";

/** A trigger counts in one way: in a row, times out of periods, or credits. */
export const triggerWhole: Rule = ({ improvement }) =>
  Object.entries(improvement.triggers ?? {}).flatMap(([id, trigger]): readonly Complaint[] => {
    const path = ["improvement", "triggers", id];
    const ways = [trigger.in_a_row, trigger.times, trigger.credits].filter((way) => way !== undefined).length;
    if (ways !== 1) {
      const message = "a trigger counts 'in_a_row', 'times' with 'out_of', or 'credits', one of them.";
      return [atKey(path, { code: "trigger-unclear", message, way_out: ways === 0 ? "Add one." : "Keep one." })];
    }
    const { times, out_of } = trigger;
    if (times === undefined) return [];
    if (out_of === undefined) {
      const message = `${times} times out of how many periods is not said.`;
      return [atKey(path, { code: "out-of-missing", message, way_out: "Add 'out_of'." })];
    }
    if (times <= out_of) return [];
    const message = `${times} times cannot happen in ${out_of} periods.`;
    return [atValue([...path, "times"], { code: "never-reached", message, way_out: "Raise out_of, or lower times." })];
  });
