import type { Band } from "../../../credit/plan/amount.ts";
import type { PointsRule } from "../../../credit/plan/points.ts";
import { pickRow } from "../../../credit/rule/pick-row.ts";
import { compare, type Fraction, least, minus, most, sum, times, zero } from "../../../number/fraction.ts";
import type { Derivation } from "../derivation.ts";
import { again, node } from "../nodes.ts";
import type { CreditCase } from "./credit-case.ts";
import { baseNode } from "./explain-base.ts";
import { bare, money, planTerm, share } from "./money-node.ts";

/** The money that the points of a month became, and the points where they only picked a row. */
interface Pointed {
  readonly money: readonly Derivation[];
  readonly beside: readonly Derivation[];
}

/** `lines` are the lines that gave the points. */
export function pointsNode(of: CreditCase, lines: readonly Derivation[]): Pointed {
  const { statement, written, plan } = of.month;
  if (plan.points === null || lines.length === 0) return { money: [], beside: [] };
  const points = node({
    id: "points",
    title: "Points of the month",
    operation: "sum",
    ...bare(statement.points),
    children: lines,
  });
  const shown = money(statement.pointsMoney, written.currency);
  return {
    money: [node({ title: "Points as money", ...madeOf(of, plan.points, points), ...shown })],
    beside: plan.points.kind === "rows" ? [points] : [],
  };
}

type Made = Pick<Parameters<typeof node>[0], "operation"> & { readonly children: readonly Derivation[] };

function madeOf(of: CreditCase, rule: PointsRule, points: Derivation): Made {
  const { statement, written } = of.month;
  const term = (value: string) => planTerm(written, "points", value);
  const money_ = (title: string, amount: Fraction): Derivation => {
    const shown = money(amount, written.currency);
    return node({ title, operation: "given", ...shown, term: term(shown.text) });
  };
  switch (rule.kind) {
    case "money each":
      return {
        operation: "product",
        children: [counted(of, points, rule.free), money_("For each point", rule.amount)],
      };
    case "share each": {
      const part = share(rule.share);
      const each = node({ title: "For each point", operation: "given", ...part, term: term(part.text) });
      return { operation: "product", children: [counted(of, points, rule.free), each, baseNode(of, rule.of)] };
    }
    case "rows": {
      const give = pickRow(rule.rows, statement.points, undefined)?.give ?? zero;
      const text = rule.of === null ? money(give, written.currency) : share(give);
      const row = node({ title: "Row of the points", operation: "given", ...text, term: term(text.text) });
      const base = rule.of === null ? [] : [baseNode(of, rule.of)];
      return { operation: "product", children: [row, ...base] };
    }
    case "bands":
      return { operation: "product", children: [money_("For each point", rule.amount), banded(of, points, rule)] };
  }
}

/** Points less those that cost nothing. */
function counted({ month: { statement, written } }: CreditCase, points: Derivation, free: Fraction): Derivation {
  if (free.n === 0n && statement.points.n >= 0n) return points;
  const above = minus(statement.points, free);
  const term = planTerm(written, "points.free", bare(free).text);
  const difference = node({
    title: "Points beyond the free ones",
    operation: "difference",
    ...bare(above),
    children: [points, node({ title: "Free", operation: "given", ...bare(free), term })],
  });
  if (compare(above, zero) >= 0) return difference;
  const none = node({ title: "Not below", operation: "given", ...bare(zero) });
  return node({ title: "Points that count", operation: "maximum", ...bare(zero), children: [difference, none] });
}

interface Banded {
  readonly free: Fraction;
  readonly bands: readonly Band[];
}

/** Points of each band times its factor. */
function banded(
  { month: { statement, written } }: CreditCase,
  points: Derivation,
  { free, bands }: Banded,
): Derivation {
  let from = free;
  let seen = 0;
  const given = (title: string, value: Fraction): Derivation =>
    node({ title, operation: "given", ...bare(value), term: planTerm(written, "points.bands", bare(value).text) });
  const parts = bands.flatMap(({ upto, give }) => {
    const begin = from;
    const end = upto === null ? statement.points : least(upto, statement.points);
    from = upto === null ? from : most(from, upto);
    if (compare(end, begin) <= 0) return [];
    const inside = minus(end, begin);
    const all = seen === 0 ? points : again(points);
    const reached =
      upto === null
        ? all
        : node({
            title: "No more than the band",
            operation: "minimum",
            ...bare(end),
            children: [all, given("Up to", upto)],
          });
    const own = node({
      title: "Points in the band",
      operation: "difference",
      ...bare(inside),
      children: [reached, given("Below it", begin)],
    });
    const amount = times(inside, give);
    seen += 1;
    return [
      {
        amount,
        node: node({ title: "Band", operation: "product", ...bare(amount), children: [own, given("Factor", give)] }),
      },
    ];
  });
  if (parts.length === 0)
    return node({
      title: "Points by band",
      operation: "product",
      ...bare(zero),
      children: [points, given("In no band", zero)],
    });
  const total = sum(parts.map(({ amount }) => amount));
  return node({ title: "Points by band", operation: "sum", ...bare(total), children: parts.map((part) => part.node) });
}
