import { compare, type Fraction, least, minus, plus, times, zero } from "../../number/fraction.ts";
import type { Settlement } from "../plan/settle.ts";

export interface Settled {
  readonly way: "set off" | "cash payment" | "lapses";
  readonly now: Fraction;
  readonly carried: Fraction;
}

/** Sets what is due against an open invoice; null where none will follow. */
export function settle(due: Fraction, invoice: Fraction | null, rules: Settlement): Settled {
  if (invoice === null) return { way: rules.atTheEnd, now: rules.atTheEnd === "lapses" ? zero : due, carried: zero };
  const now = least(due, invoice);
  return { way: "set off", now, carried: rules.excessOverInvoice === "carried" ? minus(due, now) : zero };
}

/** A credit after the client gave some of it up; the failure stays. */
export const afterWaiver = (credit: Fraction, waived: Fraction): Fraction =>
  compare(waived, credit) > 0 ? zero : minus(credit, waived);

/** The tax that goes with a credit, and the two together. */
export function withTax(credit: Fraction, rate: Fraction): { readonly tax: Fraction; readonly gross: Fraction } {
  const tax = times(credit, rate);
  return { tax, gross: plus(credit, tax) };
}
