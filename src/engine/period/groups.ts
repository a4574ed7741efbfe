import type { Group } from "../measure/input.ts";
import { judgedAt } from "../measure/input.ts";
import { fieldAt } from "../record/history.ts";
import type { LevelInput } from "./evidence.ts";

/** What gets a verdict of its own: null for all together, else each service, component, site or priority. */
export function groupsOf(input: LevelInput): readonly (Group | null)[] {
  const by = input.level.judgedPer;
  if (by === "all together") return [null];
  return idsOf(input, by).map((id) => ({ by, id }));
}

function idsOf(input: LevelInput, by: Group["by"]): readonly string[] {
  switch (by) {
    case "service":
    case "component":
      return input.level.services;
    case "priority":
      return prioritiesOf(input);
    case "site":
      return seenValues(input, "site");
  }
}

/** The contract's priorities, without those that the level does not select or that have no row in its clock. */
function prioritiesOf({ level, contract }: LevelInput): readonly string[] {
  const condition = level.where.priority;
  const rows = level.clock?.per === "priority" ? level.clock.rows : null;
  return contract.priorities
    .map(({ id }) => id)
    .filter((id) => rows === null || Object.hasOwn(rows, id))
    .filter((id) => condition?.kind !== "any of" || condition.values.includes(id))
    .filter((id) => condition?.kind !== "none of" || !condition.values.includes(id));
}

/** The values that records alive before the end of the period have, in order. */
function seenValues(input: LevelInput, field: string): readonly string[] {
  const end = judgedAt({ span: input.period, knownUntil: input.knownUntil });
  const facts = input.level.of === null ? [] : (input.facts[input.level.of] ?? []);
  const values = facts.flatMap((fact) => fieldAt(fact, field, end) ?? []);
  return [...new Set(values)].sort();
}
