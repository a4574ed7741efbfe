import type { Award } from "../plan/award.ts";
import { failing } from "../plan/level.ts";
import { type Item, type Staged, type Working, withItems, withStatement } from "./working.ts";

/** Stage 5: which failures are paid for at all, by claim and by their number in the window. */
export function countWindow(working: Working): Staged {
  const { plan, facts } = working;
  const claimed = plan.claim === "not needed" || facts.claimed;
  const items = working.items.map((item) => ({ ...item, award: claimed ? awardOf(plan.awards, item) : null }));
  const line = {
    stage: 5,
    rule: plan.claim,
    inputs: { failures: String(items.filter(({ line }) => failing.includes(line.state)).length) },
    result: { paid: String(items.filter(({ award }) => award !== null).length) },
  };
  const next = withItems(working, items);
  return { value: claimed ? next : withStatement(next, { status: "not claimed" }), line };
}

/** The first award for the level and its state. */
function awardOf(awards: readonly Award[], { result, line }: Item): Award | null {
  if (!failing.includes(line.state)) return null;
  const award = awards.find(
    ({ levels, state }) => (levels?.includes(line.level) ?? true) && (state === null || state === line.state),
  );
  return award && (award.fromNth === null || result.inWindow >= award.fromNth) ? award : null;
}
