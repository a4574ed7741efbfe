import type { ContractDocument } from "../../../agreement/document/document.ts";
import { capAmount } from "../../../credit/rule/cap-amount.ts";
import type { CreditMonth } from "../../../credit/run/month.ts";
import { compare, type Fraction, minus, most, plus, sum, zero } from "../../../number/fraction.ts";
import { moneyLine } from "../../credits/money-line.ts";
import { settlementOf } from "../../credits/settlement-of.ts";
import { periodLabel } from "../../words/period.ts";
import type { Derivation } from "../derivation.ts";
import { node, numbered, words } from "../nodes.ts";
import { lineNode } from "./explain-line.ts";
import { money } from "./money-node.ts";

interface CreditCase {
  readonly month: CreditMonth;
  readonly contract: ContractDocument;
  /** The results of the failures that are paid for, opened to the rows of the files. */
  readonly results: readonly Derivation[];
}

/**
 * The credit of a month from its last cent to the second: rounded from what the limits left of the sum of its lines,
 * each line from its share, its base and its factors, each failure from the records that made it.
 */
export function explainCredit({ month, contract, results }: CreditCase): Derivation {
  const { written, statement, plan, period } = month;
  const exact = limited(month, sumNode(month, contract));
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
      children: [credit, heading("What became of it", after), heading("What failed", results.map(unnumbered))],
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

function sumNode(month: CreditMonth, contract: ContractDocument): Derivation {
  const { statement, facts, written } = month;
  const opened = new Map<string, Derivation>();
  const isPaid = statement.lines.filter(({ paid, given }) => paid && given.n !== 0n);
  const lines = isPaid
    .filter(({ unit }) => unit === "money")
    .map((line) => lineNode({ month, contract, opened }, line));
  const points =
    statement.pointsMoney.n === 0n ? [] : [given("Points as money", statement.pointsMoney, written.currency)];
  const carried =
    facts.carriedIn.n === 0n ? [] : [given("Carried from the month before", facts.carriedIn, written.currency)];
  const total = sum([
    ...isPaid.filter(({ unit }) => unit === "money").map((line) => line.given),
    statement.pointsMoney,
    facts.carriedIn,
  ]);
  return node({
    title: "Sum of the lines",
    operation: "sum",
    ...money(total, written.currency),
    children: [...lines, ...points, ...carried],
  });
}

const given = (title: string, amount: Fraction, currency: string): Derivation =>
  node({ title, operation: "given", ...money(amount, currency) });

/** The sum after limits, minimum and offsets: the least of it and a cap, where a cap decided; else what was taken. */
function limited(month: CreditMonth, before: Derivation): Derivation {
  const { statement, written } = month;
  const { currency } = written;
  const total = amountOf(before);
  if (compare(total, statement.exact) === 0) return before;
  const cap = deciding(month);
  const withoutOffset = plus(statement.exact, statement.offset);
  const capped =
    cap === null || compare(cap, withoutOffset) !== 0
      ? taken(before, { title: "After the limits", amount: withoutOffset, by: minus(total, withoutOffset), currency })
      : node({
          title: "The sum within the limit of the plan",
          operation: "minimum",
          ...money(cap, currency),
          children: [before, given("Limit", cap, currency)],
        });
  if (statement.offset.n === 0n) return capped;
  return taken(capped, { title: "After offsets", amount: statement.exact, by: statement.offset, currency });
}

interface Taken {
  readonly title: string;
  readonly amount: Fraction;
  readonly by: Fraction;
  readonly currency: string;
}

function taken(before: Derivation, { title, amount, by, currency }: Taken): Derivation {
  if (by.n === 0n) return before;
  return node({
    title,
    operation: "difference",
    ...money(amount, currency),
    children: [before, given("Taken by limits, minimum or override", by, currency)],
  });
}

/** The amount at which a cap of the month or the year stood, if one decided. */
function deciding({ plan, statement, facts }: CreditMonth): Fraction | null {
  const rooms = plan.limits.flatMap((limit) => {
    if (limit.kind !== "at most") return [];
    const cap = capAmount(limit.cap, statement.bases);
    if (cap === null) return [];
    if (limit.scope === "period") return [cap];
    const used =
      limit.scope === "failure" || limit.scope === "level" || limit.scope === "service" || limit.scope === "category"
        ? null
        : facts.credited[limit.scope];
    return used === null ? [] : [most(minus(cap, used), zero)];
  });
  const target = plus(statement.exact, statement.offset);
  return rooms.find((room) => compare(room, target) === 0) ?? null;
}

function amountOf({ value }: Derivation): Fraction {
  if (value.kind !== "number") return zero;
  const [n = "0", d = "1"] = value.exact.split("/");
  return { n: BigInt(n), d: BigInt(d) };
}
