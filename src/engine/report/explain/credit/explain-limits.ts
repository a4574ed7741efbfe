import { monthOf, readMonth } from "../../../credit/later/months.ts";
import type { Limit } from "../../../credit/plan/limit.ts";
import { capAmount } from "../../../credit/rule/cap-amount.ts";
import { compare, type Fraction, minus, most, sum, zero } from "../../../number/fraction.ts";
import { periodLabel } from "../../words/period.ts";
import type { Derivation } from "../derivation.ts";
import { again, node } from "../nodes.ts";
import type { CreditCase } from "./credit-case.ts";
import { capNode } from "./explain-cap.ts";
import { sinceMonth } from "./explain-offsets.ts";
import { money, planTerm } from "./money-node.ts";

/** A sum on its way through the limits, with the tree that it came by. */
export interface Running {
  readonly amount: Fraction;
  readonly tree: Derivation;
}

type AtMost = Extract<Limit, { kind: "at most" }>;
type Long = "quarter" | "year" | "contract year";

const isLong = (scope: AtMost["scope"]): scope is Long =>
  scope === "quarter" || scope === "year" || scope === "contract year";

/** The caps of the month, in the plan's order. */
export const withinMonth = (of: CreditCase, running: Running): Running =>
  of.month.plan.limits.reduce(
    (now, limit, index) =>
      limit.kind === "at most" && limit.scope === "period"
        ? capped(of, now, { limit, index, used: zero, usedNodes: [] })
        : now,
    running,
  );

/** The caps of quarter, year and contract year, less what the months before used of them. */
export const withinYear = (of: CreditCase, running: Running): Running =>
  of.month.plan.limits.reduce((now, limit, index) => {
    if (limit.kind !== "at most" || !isLong(limit.scope)) return now;
    const months = sinceMonth(of.before, firstOf(of, limit.scope));
    const usedNodes = months.flatMap(({ period, statement, written }) =>
      statement.credit.n === 0n
        ? []
        : [
            node({
              title: `Credit of ${periodLabel(period.id)}`,
              operation: "given",
              ...money(statement.credit, written.currency),
            }),
          ],
    );
    return capped(of, now, { limit, index, used: of.month.facts.credited[limit.scope], usedNodes });
  }, running);

/** The first month of the span of a limit that the month lies in. */
function firstOf({ month, contract }: CreditCase, scope: Long): number {
  const now = readMonth(month.period.id);
  if (scope === "quarter") return now - (now % 3);
  if (scope === "year") return now - (now % 12);
  const first = monthOf(contract.contract.from) % 12;
  return now - ((((now - first) % 12) + 12) % 12);
}

interface Capped {
  readonly limit: AtMost;
  readonly index: number;
  readonly used: Fraction;
  readonly usedNodes: readonly Derivation[];
}

const spans: Readonly<Record<string, string>> = { period: "month" };

function capped(of: CreditCase, running: Running, { limit, index, used, usedNodes }: Capped): Running {
  const { statement, written } = of.month;
  const cap = capAmount(limit.cap, statement.bases);
  if (cap === null) return running;
  const room = minus(cap, used);
  const left = most(room, zero);
  if (compare(running.amount, left) <= 0) return running;
  const span = spans[limit.scope] ?? limit.scope;
  const own = capNode(of, limit.cap, { title: `Limit of the ${span}`, path: `limits.${index + 1}` });
  const free =
    usedNodes.length === 0
      ? own
      : node({
          title: `Left of the limit of the ${span}`,
          operation: "difference",
          ...money(room, written.currency),
          children: [own, ...usedNodes],
        });
  const nothing = node({ title: "Not below", operation: "given", ...money(zero, written.currency) });
  const end =
    compare(room, zero) >= 0
      ? free
      : node({
          title: `Left of the limit of the ${span}`,
          operation: "maximum",
          ...money(zero, written.currency),
          children: [free, nothing],
        });
  const title = `Within the limit of the ${span}`;
  const tree = node({
    title,
    operation: "minimum",
    ...money(left, written.currency),
    children: [running.tree, end],
  });
  return { amount: left, tree };
}

/** A credit below the least that is paid falls away or is raised to it. */
export const aboveMinimum = (of: CreditCase, running: Running): Running =>
  of.month.plan.limits.reduce((now, limit, index) => {
    if (limit.kind !== "at least" || compare(now.amount, zero) <= 0 || compare(now.amount, limit.minimum) >= 0)
      return now;
    const { written } = of.month;
    const shown = money(limit.minimum, written.currency);
    if (limit.below === "raised") {
      const term = planTerm(written, `limits.${index + 1}`, shown.text);
      const least = node({ title: "The least that is paid", operation: "given", ...shown, term });
      const tree = node({ title: "Raised to the least", operation: "maximum", ...shown, children: [now.tree, least] });
      return { amount: limit.minimum, tree };
    }
    const named = now.tree.id === "" ? { ...now.tree, id: "below the least" } : now.tree;
    const tree = node({
      title: `Less than the least that is paid, ${shown.text}: it falls away`,
      operation: "difference",
      ...money(zero, written.currency),
      children: [named, again(named)],
      term: planTerm(written, `limits.${index + 1}`, shown.text),
    });
    return { amount: zero, tree };
  }, running);

/** What the lines of each category come to within the caps of their categories. */
export function withinCategories(of: CreditCase, lines: readonly CategoryLine[]): readonly Running[] {
  const { plan, statement, written } = of.month;
  return [...Map.groupBy(lines, ({ category }) => category)].flatMap(([category, own]): readonly Running[] => {
    const caps = plan.limits.flatMap((limit, index) => {
      const isOwn = limit.kind === "at most" && limit.scope === "category" && holdsFor(limit, category);
      const cap = isOwn ? capAmount(limit.cap, statement.bases) : null;
      return isOwn && cap !== null ? [{ cap, of: limit.cap, index }] : [];
    });
    const total = sum(own.map(({ amount }) => amount));
    const biting = caps.filter(({ cap }) => compare(cap, total) < 0);
    if (biting.length === 0) return own;
    const title = `Credits of ${category ?? "no category"}`;
    const all = node({
      title,
      operation: "sum",
      ...money(total, written.currency),
      children: own.map(({ tree }) => tree),
    });
    const least = biting.map(({ cap }) => cap).reduce((a, b) => (compare(b, a) < 0 ? b : a));
    const limits = biting.map((each) =>
      capNode(of, each.of, { title: "Limit of the category", path: `limits.${each.index + 1}` }),
    );
    const tree = node({
      title: `${title}, within their limit`,
      operation: "minimum",
      ...money(least, written.currency),
      children: [all, ...limits],
    });
    return [{ amount: least, tree }];
  });
}

export interface CategoryLine extends Running {
  readonly category: string | null;
}

const holdsFor = (limit: AtMost, category: string | null): boolean =>
  limit.category === null ? category !== null : limit.category === category;
