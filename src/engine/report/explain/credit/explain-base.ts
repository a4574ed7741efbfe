import type { BaseDocument } from "../../../agreement/document/credit-plan.ts";
import { entry } from "../../../agreement/document/written.ts";
import { failing } from "../../../credit/plan/level.ts";
import { shareOf } from "../../../credit/written/bases-of.ts";
import { compare, type Fraction, one, over, sum, zero } from "../../../number/fraction.ts";
import { madeOf } from "../../credits/base-lines.ts";
import type { Derivation } from "../derivation.ts";
import { again, node } from "../nodes.ts";
import type { CreditCase } from "./credit-case.ts";
import { chargeNodes } from "./explain-charges.ts";
import { bare, money, planTerm, share } from "./money-node.ts";

/** A base with what it is made of: other bases, shares of them, charges of its months. */
export function baseNode(of: CreditCase, name: string): Derivation {
  const amount = of.month.statement.bases[name] ?? zero;
  return opened(of, `base ${name}`, { name, amount, things: failedThings(of) });
}

/** A base as it is for one failure: the charges of what failed, where they are not those of the whole month. */
export function lineBaseNode(of: CreditCase, name: string, amount: Fraction): Derivation {
  const whole = of.month.statement.bases[name];
  if (whole !== undefined && compare(whole, amount) === 0) return baseNode(of, name);
  const result = of.month.facts.results.find(({ bases }) => bases[name] && compare(bases[name], amount) === 0);
  const things = result ? thingsOf(of, result) : [];
  return opened(of, `base ${name} of ${things.join(", ")}`, { name, amount, things });
}

interface Opening {
  readonly name: string;
  readonly amount: Fraction;
  readonly things: readonly string[];
}

function opened(of: CreditCase, id: string, opening: Opening): Derivation {
  const before = of.opened.get(id);
  if (before) return again(before);
  const { written } = of.month;
  const base = entry(written.document.bases, opening.name);
  const shown = money(opening.amount, written.currency);
  const title = `Base ${opening.name}`;
  const term = base ? planTerm(written, `bases.${opening.name}`, madeOf(base, of.contract)) : null;
  const made = base
    ? floored(of, base, { ...opening, ...partsOf(of, base, opening) })
    : { operation: "given" as const, children: [] };
  const found = node({ id, title, ...made, ...shown, term });
  of.opened.set(id, found);
  return found;
}

interface Parts extends Pick<Parameters<typeof node>[0], "operation"> {
  readonly children: readonly Derivation[];
}

/** A stated base below zero counts as nothing, unless the plan keeps it. */
function floored(of: CreditCase, base: BaseDocument, made: Opening & Parts & { readonly made?: Fraction }): Parts {
  const { operation, children } = made;
  if (made.made === undefined || compare(made.made, made.amount) === 0) return { operation, children };
  const { currency } = of.month.written;
  const raw = node({ title: "As it adds up", operation, children, ...money(made.made, currency) });
  const nothing = node({ title: "Not below", operation: "given", ...money(zero, currency) });
  return base.negative === "kept" ? { operation, children } : { operation: "maximum", children: [raw, nothing] };
}

function partsOf(of: CreditCase, base: BaseDocument, opening: Opening): Parts & { readonly made?: Fraction } {
  if (base.sum) return { operation: "sum", children: base.sum.map((name) => baseNode(of, name)) };
  if (base.charges) return ofCharges(of, base, opening);
  if (base.amount === undefined && base.entered === undefined && base.of !== undefined)
    return { operation: "product", children: [baseNode(of, base.of), ...scaling(base)] };
  const by = scaling(base);
  const whole = shareOf(base);
  if (by.length === 0 || whole.n === 0n) return { operation: "given", children: [] };
  const { currency } = of.month.written;
  const stated = node({ title: "As stated", operation: "given", ...money(over(opening.amount, whole), currency) });
  return { operation: "product", children: [stated, ...by] };
}

function ofCharges(of: CreditCase, base: BaseDocument, { things }: Opening): Parts & { readonly made: Fraction } {
  const charges = chargeNodes(of, base, things);
  const total = sum(charges.map(({ amount }) => amount));
  const children = charges.map((charge) => charge.node);
  const by = scaling(base);
  if (by.length === 0) return { operation: "sum", children, made: total };
  const whole = node({ title: "Charges", operation: "sum", children, ...money(total, of.month.written.currency) });
  const part = shareOf(base);
  return { operation: "product", children: [whole, ...by], made: { n: total.n * part.n, d: total.d * part.d } };
}

const scaling = (base: BaseDocument): readonly Derivation[] => [
  ...(base.share ? [node({ title: "Share", operation: "given", ...share(base.share) })] : []),
  ...(base.divided_by && base.divided_by.n !== 0n
    ? [
        node({
          title: "One part",
          operation: "ratio",
          ...bare(over(one, base.divided_by)),
          children: [
            node({ title: "One", operation: "given", ...bare(one) }),
            node({ title: "Divided by", operation: "given", ...bare(base.divided_by) }),
          ],
        }),
      ]
    : []),
];

/** Services and components that failed in the month, whose charges a part is made of. */
function failedThings(of: CreditCase): readonly string[] {
  const failed = of.month.facts.results.filter(({ state }) => state !== null && failing.some((one) => one === state));
  return [...new Set(failed.flatMap((result) => thingsOf(of, result)))];
}

function thingsOf({ month }: CreditCase, { level, group }: { readonly level: string; readonly group: string | null }) {
  if (group !== null) return [group];
  return month.levels.find(({ agreement, id }) => `${agreement}/${id}` === level)?.services ?? [];
}
