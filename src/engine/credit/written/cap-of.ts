import type { ShareOf } from "../../agreement/document/credit-limit.ts";
import type { Money } from "../../agreement/quantity.ts";
import { zero } from "../../number/fraction.ts";
import type { Cap } from "../plan/limit.ts";
import { inCurrency, type WrittenPlan } from "./written-plan.ts";

/** No more than a share of a base, or than an amount. */
export const capOf = (plan: WrittenPlan, written: ShareOf | Money): Cap =>
  "share" in written
    ? { kind: "share", of: written.of, share: written.share }
    : { kind: "amount", amount: inCurrency(plan, written) ?? zero };
