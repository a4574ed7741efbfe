import type { BaseDocument } from "../../../agreement/document/credit-plan.ts";
import type { ContractDocument } from "../../../agreement/document/document.ts";
import { entry } from "../../../agreement/document/written.ts";
import { readMonth } from "../../../credit/later/months.ts";
import { chargeOfMonth } from "../../../credit/period/charges-of.ts";
import type { CreditMonth } from "../../../credit/run/month.ts";
import { compare, type Fraction, one, over, sum, zero } from "../../../number/fraction.ts";
import { madeOf } from "../../credits/base-lines.ts";
import type { Derivation } from "../derivation.ts";
import { again, node } from "../nodes.ts";
import { bare, money, planTerm, share } from "./money-node.ts";

/** Bases already opened in the tree: a base used again points to the first place. */
export type OpenedBases = Map<string, Derivation>;

interface BaseCase {
  readonly month: CreditMonth;
  readonly contract: ContractDocument;
  readonly opened: OpenedBases;
}

/** A base with what it is made of: other bases, shares of them, charges of the month. */
export function baseNode(of: BaseCase, name: string): Derivation {
  const before = of.opened.get(name);
  if (before) return again(before);
  const { month, contract } = of;
  const { written, statement } = month;
  const amount = statement.bases[name] ?? zero;
  const base = entry(written.document.bases, name);
  const term = base ? planTerm(written, `bases.${name}`, madeOf(base, contract)) : null;
  const made = base ? partsOf(of, base, amount) : { operation: "given" as const, children: [] };
  const opened = node({ id: `base ${name}`, title: `Base ${name}`, ...made, ...money(amount, written.currency), term });
  of.opened.set(name, opened);
  return opened;
}

type Parts = Pick<Parameters<typeof node>[0], "operation" | "children">;

function partsOf(of: BaseCase, base: BaseDocument, amount: Fraction): Parts {
  if (base.sum) return { operation: "sum", children: base.sum.map((name) => baseNode(of, name)) };
  if (base.charges) return chargesOf(of, base, amount);
  if (base.amount === undefined && base.entered === undefined && base.of !== undefined) {
    const by = [
      ...(base.share ? [node({ title: "Share", operation: "given", ...share(base.share) })] : []),
      ...(base.divided_by ? [node({ title: "Divided", operation: "given", ...bare(over(one, base.divided_by)) })] : []),
    ];
    return { operation: "product", children: [baseNode(of, base.of), ...by] };
  }
  return { operation: "given", children: [] };
}

/** Charges of the month one by one, where they add up to the base as they are; else the amount as it was taken. */
function chargesOf({ month, contract }: BaseCase, base: BaseDocument, amount: Fraction): Parts {
  const now = readMonth(month.period.id);
  const nodes = (base.charges ?? []).flatMap((id) => {
    const charge = entry(contract.charges, id);
    return charge ? [{ id, charge, amount: chargeOfMonth(charge, now, null) }] : [];
  });
  if (compare(sum(nodes.map((one) => one.amount)), amount) !== 0) return { operation: "given", children: [] };
  return {
    operation: "sum",
    children: nodes.map(({ id, charge, amount: own }) =>
      node({
        title: charge.title,
        operation: "given",
        ...money(own, month.written.currency),
        term: {
          path: `charges.${id}.amounts`,
          clause: null,
          value: `${charge.title} per ${charge.per}`,
          written: true,
        },
      }),
    ),
  };
}
