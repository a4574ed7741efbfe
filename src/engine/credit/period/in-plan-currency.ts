import type { ChargeDocument } from "../../agreement/document/charge.ts";
import { inCurrency, type WrittenPlan } from "../written/written-plan.ts";

/** A charge with every amount in the currency of the plan; null where one has no rate. */
export function inPlanCurrency(written: WrittenPlan, charge: ChargeDocument): ChargeDocument | null {
  const amounts = charge.amounts.flatMap((each) => {
    const amount = inCurrency(written, each.amount);
    return amount === null ? [] : [{ ...each, amount: { amount, currency: written.currency } }];
  });
  return amounts.length === charge.amounts.length ? { ...charge, amounts } : null;
}
