import type { EventRule } from "../plan/event.ts";
import { levelName, type WrittenPlan } from "./written-plan.ts";

/** What is paid where one event makes several levels fail; all of it where the plan is silent. */
export function eventsOf({ document }: WrittenPlan): EventRule {
  const { one_event: rule, exclusive_groups: groups } = document;
  if (groups) {
    return { kind: "exclusive groups", groups: groups.map((group) => group.map((one) => levelName(document, one))) };
  }
  if (rule === "client chooses") return { kind: "client chooses", otherwise: "highest" };
  return { kind: rule === "highest" || rule === "first" ? rule : "sum" };
}
