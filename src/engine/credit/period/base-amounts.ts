import type { BaseDocument } from "../../agreement/document/credit-plan.ts";
import type { ContractDocument } from "../../agreement/document/document.ts";
import { entry } from "../../agreement/document/written.ts";
import { type Fraction, one, times } from "../../number/fraction.ts";
import type { CreditEntry } from "../entry.ts";
import { monthOf as monthOfDay, readMonth } from "../later/months.ts";
import { shareOf } from "../written/bases-of.ts";
import { inCurrency, type WrittenPlan } from "../written/written-plan.ts";
import { chargesOf, type Days, partOf } from "./charges-of.ts";
import { inPlanCurrency } from "./in-plan-currency.ts";

/** What the amounts of bases are found by. */
export interface BaseInput {
  readonly written: WrittenPlan;
  /** The contract as in force at the start of the month. */
  readonly contract: ContractDocument;
  /** The month, counted as `months.ts` counts. */
  readonly month: number;
  /** Days the agreement is in force. */
  readonly inForce: Days;
  readonly entries: readonly CreditEntry[];
}

/** Amounts of the bases that are stated; null while not known. `failing` are services and components that failed. */
export function baseAmounts(input: BaseInput, failing: readonly string[]): Readonly<Record<string, Fraction | null>> {
  const { bases } = input.written.document;
  return Object.fromEntries(
    Object.entries(bases)
      .filter(([, base]) => isStated(base))
      .flatMap(([name, base]) => [
        [name, amountOf(input, { name, base, failing })],
        ...(base.missing === "month before"
          ? [[`${name} before`, scaled(entered(input, name, input.month - 1), base)]]
          : []),
      ]),
  );
}

/** Bases whose amount depends on what failed. */
export const isPartial = ({ part }: BaseDocument): boolean => part !== undefined && part !== "whole";

const isStated = ({ charges, amount, entered }: BaseDocument): boolean =>
  charges !== undefined || amount !== undefined || entered !== undefined;

interface Asked {
  readonly name: string;
  readonly base: BaseDocument;
  readonly failing: readonly string[];
}

function amountOf(input: BaseInput, { name, base, failing }: Asked): Fraction | null {
  if (base.entered !== undefined) return scaled(entered(input, name, input.month), base);
  if (base.amount !== undefined) return scaled(inCurrency(input.written, base.amount), base);
  const charges = (base.charges ?? []).flatMap((id) => {
    const charge = entry(input.contract.charges, id);
    const own = charge ? inPlanCurrency(input.written, charge) : undefined;
    return own === undefined ? [] : [own && { charge: own, part: isPartial(base) ? partOf(own, failing) : one }];
  });
  const known = charges.filter((charge) => charge !== null);
  if (known.length < charges.length) return null;
  return scaled(chargesOf(known, monthsOf(input, base.of), base.prorated === "days" ? input.inForce : null), base);
}

const scaled = (amount: Fraction | null, base: BaseDocument): Fraction | null =>
  amount === null ? null : times(amount, shareOf(base));

function entered({ entries, written }: BaseInput, name: string, month: number): Fraction | null {
  const said = entries.findLast(
    (each) => each.said.kind === "base" && each.said.base === name && readMonth(each.month) === month,
  )?.said;
  return said?.kind === "base" ? inCurrency(written, said.amount) : null;
}

/** The months whose charges are meant. */
export function monthsOf(
  { month, contract }: Pick<BaseInput, "month" | "contract">,
  of: string | undefined,
): readonly number[] {
  const run = (from: number, count: number): readonly number[] => Array.from({ length: count }, (_, i) => from + i);
  const quarter = month - (month % 3);
  switch (of) {
    case "month before":
      return [month - 1];
    case "month after":
      return [month + 1];
    case "quarter of the miss":
      return run(quarter, 3);
    case "quarter after":
      return run(quarter + 3, 3);
    case "contract year": {
      const first = monthOfDay(contract.contract.from) % 12;
      const start = month - ((((month - first) % 12) + 12) % 12);
      return run(start, 12);
    }
    default:
      return [month];
  }
}
