import type { ContractDocument } from "../../../agreement/document/document.ts";
import type { CreditMonth } from "../../../credit/run/month.ts";
import type { CreditLine } from "../../../credit/statement.ts";
import { sum } from "../../../number/fraction.ts";
import { moneyLine } from "../../credits/money-line.ts";
import { settlementOf } from "../../credits/settlement-of.ts";
import { periodLabel } from "../../words/period.ts";
import type { Derivation } from "../derivation.ts";
import { node, numbered, words } from "../nodes.ts";
import type { CreditCase } from "./credit-case.ts";
import { capNode } from "./explain-cap.ts";
import { aboveMinimum, type Running, withinCategories, withinMonth, withinYear } from "./explain-limits.ts";
import { lineNode } from "./explain-line.ts";
import { offsetNode } from "./explain-offsets.ts";
import { pointsNode } from "./explain-points.ts";
import { money } from "./money-node.ts";

interface Asked {
  readonly month: CreditMonth;
  readonly contract: ContractDocument;
  /** Months of the plan before it, oldest first. */
  readonly before: readonly CreditMonth[];
  /** The results of the failures that are paid for, opened to the rows of the files. */
  readonly results: readonly Derivation[];
}

/**
 * The credit of a month from its last cent to the second: rounded from what the limits left of the sum of its lines,
 * each line from its share, its base and its factors, each failure from the records that made it. Given are only what
 * the contract or a person states, and what other months came to, which have trees of their own.
 */
export function explainCredit({ month, contract, before, results }: Asked): Derivation {
  const { written, statement, plan, period } = month;
  const of: CreditCase = { month, contract, before, opened: new Map(), lines: new Map() };
  const { exact, beside } = exactNode(of);
  const credit = node({
    title: "Credit, rounded once",
    operation: { kind: "round", places: plan.minorPlaces, half: "up" },
    ...money(statement.credit, written.currency),
    children: [exact],
  });
  const after = settlementOf(month).map(({ sentence, gives }) =>
    node({ title: sentence, operation: "choice", ...words(gives) }),
  );
  return numbered(
    node({
      title: `${written.document.title}, ${periodLabel(period.id)}`,
      operation: "heading",
      ...words(moneyLine(statement.credit, written.currency).text),
      children: [
        credit,
        ...(beside.length === 0 ? [] : [heading("What is not added up", beside)]),
        heading("What became of it", after),
        heading("What failed", results.map(unnumbered)),
      ],
    }),
  );
}

const heading = (title: string, children: readonly Derivation[]): Derivation =>
  node({ title, operation: "heading", ...words(`${children.length}`), children });

/** Numbers of places belong to the tree a node stands in; names stay. */
const unnumbered = (tree: Derivation): Derivation => ({
  ...tree,
  id: /^0(\.\d+)*$/.test(tree.id) ? "" : tree.id,
  children: tree.children.map(unnumbered),
});

interface Summed {
  readonly exact: Derivation;
  /** Trees of what was worked out and is no part of the sum. */
  readonly beside: readonly Derivation[];
}

/** The exact credit, stage by stage in the order in which the month was worked out. */
function exactNode(of: CreditCase): Summed {
  const summed = sumNode(of);
  const instead = overridden(of);
  const start = instead ?? summed.running;
  const beside = [...summed.beside, ...(instead === null || summed.isEmpty ? [] : [summed.running.tree])];
  const limited = withinYear(of, aboveMinimum(of, withinMonth(of, start)));
  return { exact: offsetNode(of, limited.tree, limited.amount), beside };
}

function sumNode(of: CreditCase): { running: Running; beside: readonly Derivation[]; isEmpty: boolean } {
  const { statement, written, plan } = of.month;
  const paying = statement.lines.filter(({ paid, given }) => paid && given.n !== 0n);
  const opened = (unit: CreditLine["unit"]) =>
    paying.filter((line) => line.unit === unit).map((line) => ({ line, tree: lineNode(of, line) }));
  const money_ = opened("money").map(({ line, tree }) => ({
    amount: line.given,
    tree,
    category: plan.levels[line.level]?.category ?? null,
  }));
  const points = pointsNode(
    of,
    opened("points").map(({ tree }) => tree),
  );
  const others = [...opened("transactions"), ...opened("days")].map(({ tree }) => tree);
  const own = withinCategories(of, money_);
  const carried = carriedNodes(of);
  const amount = sum([
    ...own.map((each) => each.amount),
    ...(points.money.length === 0 ? [] : [statement.pointsMoney]),
    ...carried.map((each) => each.amount),
  ]);
  const children = [...own.map(({ tree }) => tree), ...points.money, ...carried.map(({ tree }) => tree)];
  const tree = node({ title: "Sum of the lines", operation: "sum", ...money(amount, written.currency), children });
  return { running: { amount, tree }, beside: [...points.beside, ...others], isEmpty: children.length === 0 };
}

function carriedNodes({ month: { facts, written }, before }: CreditCase): readonly Running[] {
  if (facts.carriedIn.n === 0n) return [];
  const from = before.at(-1)?.period.id;
  const title = `Carried from ${from === undefined ? "the month before" : periodLabel(from)}`;
  return [
    { amount: facts.carriedIn, tree: node({ title, operation: "given", ...money(facts.carriedIn, written.currency) }) },
  ];
}

/** What is given instead of everything else, where a person set the flag; null where nobody did. */
function overridden(of: CreditCase): Running | null {
  const { plan, facts, written, statement } = of.month;
  if (plan.override === null || !facts.flags.includes(plan.override.flag)) return null;
  const carried = carriedNodes(of);
  const cap = capNode(of, plan.override.gives, { title: "Given instead", path: "override.gives" });
  const amount = statement.after[12] ?? statement.exact;
  const title = `“${plan.override.flag}” is set: this instead of the sum of the lines`;
  const children = [cap, ...carried.map(({ tree }) => ({ ...tree }))];
  return { amount, tree: node({ title, operation: "sum", ...money(amount, written.currency), children }) };
}
