import { readMonth } from "../../../credit/later/months.ts";
import { bonusSteps } from "../../../credit/rule/bonus-of.ts";
import { capAmount } from "../../../credit/rule/cap-amount.ts";
import { keptLines } from "../../../credit/run/kept-lines.ts";
import type { CreditMonth } from "../../../credit/run/month.ts";
import { compare, type Fraction, minus, one, over, sum, times, zero } from "../../../number/fraction.ts";
import { titleOf } from "../../credits/line-reports.ts";
import { periodLabel } from "../../words/period.ts";
import type { Derivation } from "../derivation.ts";
import { again, node } from "../nodes.ts";
import type { CreditCase } from "./credit-case.ts";
import { baseNode } from "./explain-base.ts";
import { capNode } from "./explain-cap.ts";
import { bare, money, planTerm, share } from "./money-node.ts";

/** The sum less what the bank of won-back credits and the bonus of the month take off it. */
export function offsetNode(of: CreditCase, before: Derivation, sumBefore: Fraction): Derivation {
  const { statement, written } = of.month;
  if (statement.offset.n === 0n) return before;
  const named = before.id === "" ? { ...before, id: "before offsets" } : before;
  const afterBank = minus(sumBefore, statement.fromBank);
  const bank = statement.fromBank.n === 0n ? [] : [bankNode(of, named, sumBefore)];
  const byBonus = minus(statement.offset, statement.fromBank);
  const bonus = byBonus.n === 0n ? [] : [bonusTaken(of, { before: named, left: afterBank, byBonus })];
  return node({
    title: "Less what is set off",
    operation: "difference",
    ...money(minus(sumBefore, statement.offset), written.currency),
    children: [named, ...bank, ...bonus],
  });
}

/** What the bank gives: all it holds, or as much as may be set off. */
function bankNode(of: CreditCase, before: Derivation, sumBefore: Fraction): Derivation {
  const { statement, written, facts } = of.month;
  const held = heldNode(of);
  const shown = money(statement.fromBank, written.currency);
  if (compare(statement.fromBank, facts.bank) === 0) return held;
  const lasting = lastingNodes(of);
  const open = minus(sumBefore, sum(lasting.map(({ amount }) => amount)));
  const may =
    lasting.length === 0
      ? again(before)
      : node({
          title: "Without credits that the bank does not hold for",
          operation: "difference",
          ...money(open, written.currency),
          children: [again(before), ...lasting.map((each) => each.node)],
        });
  return node({ title: "From the bank", operation: "minimum", ...shown, children: [held, may] });
}

interface Amount {
  readonly amount: Fraction;
  readonly node: Derivation;
}

/** Lines of levels whose credits are paid in full whatever the bank holds. */
function lastingNodes({ month, lines }: CreditCase): readonly Amount[] {
  return month.statement.lines.flatMap((line) => {
    const isLasting = line.paid && line.unit === "money" && month.plan.earnBack?.notFor.includes(line.level);
    const found = lines.get(line);
    return isLasting && found ? [{ amount: line.given, node: again(found) }] : [];
  });
}

/** Credits won back in earlier months, less what was set off since. */
function heldNode({ month, before }: CreditCase): Derivation {
  const { currency } = month.written;
  const won = before.flatMap((each) => each.earnedBack.map((line) => wonNode(each, line, before)));
  const drawn = before.flatMap((each) => (each.statement.fromBank.n === 0n ? [] : [drawnNode(each)]));
  const total = sum(won.map(({ amount }) => amount));
  const all = node({
    title: "Won back",
    operation: "sum",
    ...money(total, currency),
    children: won.map((each) => each.node),
  });
  if (won.length === 0) return node({ title: "In the bank", operation: "given", ...money(month.facts.bank, currency) });
  return node({
    title: "In the bank",
    operation: "difference",
    ...money(month.facts.bank, currency),
    children: [all, ...drawn],
  });
}

function wonNode(month: CreditMonth, line: CreditMonth["earnedBack"][number], all: readonly CreditMonth[]): Amount {
  const { currency } = month.written;
  const part = month.plan.earnBack?.share ?? one;
  const title = `${titleOf(month, line.level)}, ${periodLabel(line.month)}`;
  const of = all.find(({ period }) => period.id === line.month);
  const paid = of ? sum(keptLines(of).filter((_, at) => isSame(of, at, line))) : line.credit;
  return {
    amount: line.amount,
    node: node({
      title: `${title}, won back in ${periodLabel(month.period.id)}`,
      operation: "product",
      ...money(line.amount, currency),
      children: [
        node({
          title: `Credit of ${title}`,
          operation: "given",
          ...money(compare(paid, line.credit) === 0 ? paid : line.credit, currency),
        }),
        node({
          title: "Share",
          operation: "given",
          ...share(part),
          term: planTerm(month.written, "earn_back.share", share(part).text),
        }),
      ],
    }),
  };
}

const isSame = ({ statement }: CreditMonth, at: number, line: CreditMonth["earnedBack"][number]): boolean =>
  statement.lines[at]?.level === line.level && statement.lines[at]?.group === line.group;

const drawnNode = ({ period, statement, written }: CreditMonth): Derivation =>
  node({
    title: `Set off in ${periodLabel(period.id)}`,
    operation: "given",
    ...money(statement.fromBank, written.currency),
  });

interface Taking {
  readonly before: Derivation;
  /** What is left of the sum once the bank has given. */
  readonly left: Fraction;
  readonly byBonus: Fraction;
}

function bonusTaken(of: CreditCase, { before, left, byBonus }: Taking): Derivation {
  const { statement, written } = of.month;
  const bonus = bonusNode(of);
  if (compare(byBonus, statement.bonus) === 0) return bonus;
  const bank = node({ title: "From the bank", operation: "given", ...money(statement.fromBank, written.currency) });
  const rest =
    statement.fromBank.n === 0n
      ? again(before)
      : node({
          title: "Left after the bank",
          operation: "difference",
          ...money(left, written.currency),
          children: [again(before), bank],
        });
  const shown = money(byBonus, written.currency);
  return node({ title: "Of the bonus", operation: "minimum", ...shown, children: [bonus, rest] });
}

/** The bonus of the month: for each figure above the upper mark its steps, times what a step gives. */
export function bonusNode(of: CreditCase): Derivation {
  const { plan, statement, written } = of.month;
  const { bonus } = plan;
  const parts = statement.lines.flatMap((line) => {
    const steps = bonusSteps(plan, line);
    return bonus === null || steps.n === 0n || line.value === null
      ? []
      : [bonusPart(of, { ...line, steps, value: line.value })];
  });
  const total = sum(parts.map(({ amount }) => amount));
  const all = node({
    title: "Bonus",
    operation: "sum",
    ...money(total, written.currency),
    children: parts.map((part) => part.node),
  });
  if (!bonus?.atMost) return all;
  const cap = capAmount(bonus.atMost, statement.bases);
  if (cap === null || compare(total, cap) <= 0) return all;
  return node({
    title: "Bonus within its limit",
    operation: "minimum",
    ...money(statement.bonus, written.currency),
    children: [all, capNode(of, bonus.atMost, { title: "Limit of the bonus", path: "bonus.at_most" })],
  });
}

interface Above {
  readonly level: string;
  readonly value: Fraction;
  readonly steps: Fraction;
}

function bonusPart(of: CreditCase, { level, value, steps }: Above): Amount {
  const { plan, statement, written } = of.month;
  const bonus = plan.bonus;
  const base = bonus?.of ? (statement.bases[bonus.of] ?? zero) : one;
  const give = bonus?.give ?? zero;
  const amount = times(times(steps, give), base);
  const shown = bonus?.of ? share(give) : money(give, written.currency);
  const each = node({
    title: bonus?.step ? "For each step" : "For it",
    operation: "given",
    ...shown,
    term: planTerm(written, "bonus", shown.text),
  });
  const title = `${titleOf(of.month, level)}, better than ${bare(bonus?.above ?? zero).text}`;
  return {
    amount,
    node: node({
      title,
      operation: "product",
      ...money(amount, written.currency),
      children: [...stepNodes(of, { level, value, steps }), each, ...(bonus?.of ? [baseNode(of, bonus.of)] : [])],
    }),
  };
}

function stepNodes({ month: { plan } }: CreditCase, { level, value, steps }: Above): readonly Derivation[] {
  const { bonus } = plan;
  if (bonus?.step == null) return [];
  const isLower = plan.levels[level]?.better === "lower";
  const above = isLower ? minus(bonus.above, value) : minus(value, bonus.above);
  const leaf = (title: string, of: Fraction): Derivation => node({ title, operation: "given", ...bare(of) });
  const [figure, mark] = [leaf("Figure", value), leaf("Upper mark", bonus.above)];
  const gap = node({
    title: "Above the mark",
    operation: "difference",
    ...bare(above),
    children: isLower ? [mark, figure] : [figure, mark],
  });
  const exact = node({
    title: "Steps",
    operation: "ratio",
    ...bare(over(above, bonus.step)),
    children: [gap, leaf("Step", bonus.step)],
  });
  return [
    node({ title: "Whole steps", operation: { kind: "whole", begun: "left off" }, ...bare(steps), children: [exact] }),
  ];
}

/** The earliest month that a cap of a year counts, as `months.ts` counts. */
export const sinceMonth = (months: readonly CreditMonth[], first: number): readonly CreditMonth[] =>
  months.filter(({ period }) => readMonth(period.id) >= first);
