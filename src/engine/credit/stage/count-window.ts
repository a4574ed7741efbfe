import type { Award } from "../plan/award.ts";
import { failing, type State } from "../plan/level.ts";
import { type Item, type Staged, type Working, withItems, withStatement } from "./working.ts";

/** Stage 5: which failures are paid for at all, by claim and by their number in the window. */
export function countWindow(working: Working): Staged {
  const { plan, facts } = working;
  const claimed = plan.claim === "not needed" || facts.claimed;
  const awarded = working.items.map((item) => ({ ...item, award: awardOf(plan.awards, item) }));
  const isLost = !claimed && awarded.some(({ award }) => award !== null);
  const items = claimed ? awarded : awarded.map((item) => ({ ...item, award: null }));
  const line = {
    stage: 5,
    rule: plan.claim,
    inputs: { failures: String(items.filter(({ line }) => failing.includes(line.state)).length) },
    result: { paid: String(items.filter(({ award }) => award !== null).length) },
  };
  const next = withItems(isIdle(working, items) ? withStatement(working, idle) : working, items);
  return { value: isLost ? withStatement(next, { status: "not claimed" }) : next, line };
}

/** A base that nothing is taken of in this period is not waited for. */
const isIdle = ({ plan, facts }: Working, items: readonly Item[]): boolean =>
  items.every(({ award }) => award === null) && facts.flags.length === 0 && plan.bonus === null;

const idle = { status: "computed", findings: [] } as const;

/** The first award for the level and its state. */
function awardOf(awards: readonly Award[], { result, line }: Item): Award | null {
  if (!failing.includes(line.state)) return null;
  const award = awardFor(awards, line);
  return award && isCounted(award.counts, result) ? award : null;
}

/** The first award for a level in a state, paid or not. */
export const awardFor = (
  awards: readonly Award[],
  { level, state }: { readonly level: string; readonly state: State },
): Award | null =>
  awards.find((award) => (award.levels?.includes(level) ?? true) && (award.states?.includes(state) ?? true)) ?? null;

function isCounted(counts: Award["counts"], { inWindow, failuresBefore }: Item["result"]): boolean {
  if (counts === null) return true;
  if (counts.how === "in a row") return failuresBefore + 1 >= counts.count;
  return counts.how === "every nth" ? inWindow % counts.count === 0 : inWindow >= counts.count;
}
