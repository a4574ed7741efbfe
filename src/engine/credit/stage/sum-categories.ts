import { compare, type Fraction, least, plus, sum } from "../../number/fraction.ts";
import { capAmount } from "../rule/cap-amount.ts";
import { written } from "./trace.ts";
import { type Item, type Staged, type Working, withStatement } from "./working.ts";

/** Stage 10: money added up category by category, each within its own cap; carried credits join the sum. */
export function sumCategories(working: Working): Staged {
  const paid = working.items.filter(({ line }) => line.paid && line.unit === "money");
  const categoryOf = ({ line }: Item): string | null => working.plan.levels[line.level]?.category ?? null;
  const sums = [...new Set(paid.map(categoryOf))].map((category) => {
    const given = sum(paid.filter((item) => categoryOf(item) === category).map(({ line }) => line.given));
    return within(working, category, given);
  });
  const uncapped = sum(paid.map(({ line }) => line.given));
  const exact = plus(sum(sums), working.facts.carriedIn);
  const capped = compare(sum(sums), uncapped) < 0;
  return {
    value: withStatement(working, { computed: plus(uncapped, working.facts.carriedIn), exact, capped }),
    line: { stage: 10, rule: "sum", inputs: { lines: String(paid.length) }, result: { sum: written(exact) } },
  };
}

function within({ plan, statement }: Working, category: string | null, given: Fraction): Fraction {
  const caps = plan.limits.flatMap((limit) =>
    limit.kind === "at most" &&
    limit.scope === "category" &&
    (limit.category === null ? category !== null : limit.category === category)
      ? [capAmount(limit.cap, statement.bases) ?? given]
      : [],
  );
  return caps.reduce(least, given);
}
