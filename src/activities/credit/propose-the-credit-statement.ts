import { z } from "zod";
import { addHappening } from "../../store/add-happening.ts";
import { lockContract } from "../../store/contracts/contracts.ts";
import type { Unit } from "../../store/gate.ts";
import { closureOf } from "../../store/results/closures.ts";
import { addCreditState, type CreditNow, creditsNow } from "../../store/results/credit-states.ts";
import { Refusal } from "../../wire/refusal.ts";
import { activity } from "../activity.ts";

/** Proposes what a closed month owes under each plan. */
export const proposeTheCreditStatement = activity({
  name: "propose the credit statement",
  summary: "Proposes the credits of a closed month, one statement a plan.",
  path: "/contracts/{contract}/periods/{period}/credits/propose",
  input: z.strictObject({ contract: z.string(), period: z.string() }),
  output: z.object({
    proposed: z.array(z.object({ plan: z.string(), revision: z.int(), amount: z.string(), currency: z.string() })),
  }),
  refusals: ["period-not-closed", "nothing-to-propose"],
  about: ({ contract, period }) => ({ contract, subject: period }),
  rule: ({ unit }, asked) =>
    unit.asSystem(async (system) => {
      await mayPropose(system, asked);
    }),
  work: ({ unit, now, startedBy }, { contract, period }) =>
    unit.asSystem(async (system) => {
      await lockContract(system, contract);
      const open = await mayPropose(system, { contract, period });
      for (const { agreement, plan, revision, amount, currency } of open) {
        const state = { agreement, plan, period, revision, state: "proposed", at: now, by: startedBy.person } as const;
        await addCreditState(system, contract, state);
        const body = { contract, period, plan, revision, amount, currency };
        await addHappening(system, { topic: "credit.proposed", contract, agreement, body, at: now });
      }
      return { proposed: open.map(({ plan, revision, amount, currency }) => ({ plan, revision, amount, currency })) };
    }),
});

async function mayPropose(
  unit: Unit,
  { contract, period }: { readonly contract: string; readonly period: string },
): Promise<readonly CreditNow[]> {
  if ((await closureOf(unit, contract, period)) === null)
    throw new Refusal("period-not-closed", `${period} is not closed, so its credits may still change. Close it first.`);
  const open = (await creditsNow(unit, contract, period)).filter((one) => one.stateRevision !== one.revision);
  if (open.length === 0) throw new Refusal("nothing-to-propose", `Every statement of ${period} was proposed before.`);
  return open;
}
