import { compare, type Fraction, minus, plus, zero } from "../../number/fraction.ts";
import { capAmount } from "../rule/cap-amount.ts";
import { givenBy } from "./trace.ts";
import { type Item, type Staged, type Working, withItems, withStep } from "./working.ts";

/** Stage 9, second half: the lines of one level, then of one service, together give no more than their cap. */
export function capTogether(working: Working): Staged {
  const items = working.plan.limits.reduce<readonly Item[]>((now, limit) => {
    if (limit.kind !== "at most" || (limit.scope !== "level" && limit.scope !== "service")) return now;
    const cap = capAmount(limit.cap, working.statement.bases);
    const keyOf = ({ line }: Item): string | null =>
      limit.scope === "level" ? line.level : (working.plan.levels[line.level]?.service ?? null);
    return cap === null ? now : cut(now, { cap, keyOf, scope: limit.scope });
  }, working.items);
  const line = { stage: 9, rule: "cap of each level and service", inputs: givenBy(working.items) };
  return { value: withItems(working, items), line: { ...line, result: givenBy(items) } };
}

interface Cut {
  readonly cap: Fraction;
  readonly keyOf: (item: Item) => string | null;
  readonly scope: string;
}

/** Lines keep what they give until the cap is used up; the sum does not depend on their order. */
function cut(items: readonly Item[], { cap, keyOf, scope }: Cut): readonly Item[] {
  const used = new Map<string, Fraction>();
  return items.map((item) => {
    const key = keyOf(item);
    if (key === null || !item.line.paid || item.line.unit !== "money") return item;
    const before = used.get(key) ?? zero;
    const room = minus(cap, before);
    const given = compare(item.line.given, room) > 0 ? room : item.line.given;
    used.set(key, plus(before, given));
    if (given === item.line.given) return item;
    return withStep(item, { stage: 9, rule: `cap of the ${scope}`, inputs: { cap, "used before": before }, given });
  });
}
