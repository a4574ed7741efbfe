import type { Cap } from "../../../credit/plan/limit.ts";
import { capAmount } from "../../../credit/rule/cap-amount.ts";
import { type Fraction, zero } from "../../../number/fraction.ts";
import type { Derivation } from "../derivation.ts";
import { node } from "../nodes.ts";
import type { CreditCase } from "./credit-case.ts";
import { baseNode, lineBaseNode } from "./explain-base.ts";
import { money, planTerm, share } from "./money-node.ts";

interface Capped {
  readonly title: string;
  /** Where the plan says so. */
  readonly path: string;
  /** Bases that are others for one failure. */
  readonly own?: Readonly<Record<string, Fraction>>;
}

/** The amount that a cap stands at: as the plan states it, or a share of a base. */
export function capNode(of: CreditCase, cap: Cap, { title, path, own = {} }: Capped): Derivation {
  const { written, statement } = of.month;
  const amount = capAmount(cap, { ...statement.bases, ...own }) ?? zero;
  const shown = money(amount, written.currency);
  if (cap.kind === "amount")
    return node({ title, operation: "given", ...shown, term: planTerm(written, path, shown.text) });
  const part = share(cap.share);
  const base = own[cap.of];
  return node({
    title,
    operation: "product",
    ...shown,
    children: [
      node({ title: "Share", operation: "given", ...part, term: planTerm(written, path, `${part.text} of ${cap.of}`) }),
      base ? lineBaseNode(of, cap.of, base) : baseNode(of, cap.of),
    ],
  });
}
