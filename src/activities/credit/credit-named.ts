import type { Unit } from "../../store/gate.ts";
import { type CreditNow, type CreditState, creditsNow } from "../../store/results/credit-states.ts";
import { Refusal } from "../../wire/refusal.ts";

/** Which statement is meant: of a plan, for a month. */
export interface CreditAsked {
  readonly contract: string;
  readonly period: string;
  readonly plan: string;
}

/** Why a statement that is named is not taken. */
export const creditRefusals: readonly string[] = [
  ...["no-such-credit", "credit-not-proposed", "credit-proposed", "credit-approved", "credit-disputed"],
];

/** The statement that is named, as the unit may see it, in one of these states. Refused where it is in none of them. */
export async function creditNamed(
  unit: Unit,
  { contract, period, plan }: CreditAsked,
  states: readonly CreditState[],
): Promise<CreditNow> {
  const found = (await creditsNow(unit, contract, period)).find((one) => one.plan === plan);
  if (found === undefined) throw new Refusal("no-such-credit", `There is no statement of ${plan} for ${period}.`);
  if (found.state === null || !states.includes(found.state))
    throw new Refusal(
      `credit-${found.state ?? "not-proposed"}`,
      `The statement of ${plan} for ${period} is ${found.state ?? "not proposed yet"}; it must be ${states.join(" or ")}.`,
    );
  return found;
}
