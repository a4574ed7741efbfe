import type { LevelDocument } from "../../../engine/agreement/document/level.ts";
import type { Condition } from "../../../engine/agreement/selection.ts";
import { atValue, eachLevel, type LevelPlace } from "./rule.ts";

/**
 * A priority without a row is not in the population; so for each moment that an SLA promises by priority, some
 * level of it must take every priority of the contract.
 */
export const nothingPromised = eachLevel((place, { definitions }) => {
  const { agreement, level, path } = place;
  if (agreement.kind !== "SLA" || level.clock?.per_priority === undefined) return [];
  return Object.keys(definitions.priorities ?? {}).flatMap((priority) => {
    if (!admits(level, priority) || isPromised(place, priority)) return [];
    const message = `no level of this SLA stops at '${level.clock?.stops}' for ${priority}.`;
    const way_out = "Add a row here, or a level of its own.";
    return [atValue([...path, "clock", "per_priority"], { code: "nothing-promised", message, way_out })];
  });
});

function isPromised({ agreement, level }: LevelPlace, priority: string): boolean {
  return Object.values(agreement.service_levels).some((other) => {
    const sameMoment = other.of === level.of && other.clock?.stops === level.clock?.stops;
    const rows = other.clock?.per_priority;
    return sameMoment && admits(other, priority) && (rows === undefined || Object.hasOwn(rows, priority));
  });
}

/** True where the selection of a level does not leave the priority out. */
function admits({ where }: LevelDocument, priority: string): boolean {
  const condition: Condition | undefined = where?.priority;
  if (condition === undefined || condition.kind === "mark") return true;
  return condition.values.includes(priority) === (condition.kind === "any of");
}
