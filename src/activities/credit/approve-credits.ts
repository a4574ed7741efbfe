import { z } from "zod";
import { addHappening } from "../../store/add-happening.ts";
import { lockContract } from "../../store/contracts/contracts.ts";
import { addCreditState } from "../../store/results/credit-states.ts";
import { activity } from "../activity.ts";
import { creditNamed, creditRefusals } from "./credit-named.ts";

/** Approves a statement that was proposed. */
export const approveCredits = activity({
  name: "approve credits",
  summary: "Approves the credits of a month under one plan, as they were proposed.",
  path: "/contracts/{contract}/periods/{period}/credits/{plan}/approve",
  input: z.strictObject({ contract: z.string(), period: z.string(), plan: z.string() }),
  output: z.object({ plan: z.string(), revision: z.int(), amount: z.string(), currency: z.string() }),
  refusals: creditRefusals,
  about: ({ contract, period, plan }) => ({ contract, subject: `${plan} ${period}` }),
  rule: ({ unit }, asked) =>
    unit.asSystem(async (system) => {
      await creditNamed(system, asked, ["proposed"]);
    }),
  work: ({ unit, now, startedBy }, asked) =>
    unit.asSystem(async (system) => {
      const { contract } = asked;
      await lockContract(system, contract);
      const { agreement, plan, period, revision, amount, currency } = await creditNamed(system, asked, ["proposed"]);
      const state = { agreement, plan, period, revision, state: "approved", at: now, by: startedBy.person } as const;
      await addCreditState(system, contract, state);
      const body = { contract, period, plan, revision, amount, currency };
      await addHappening(system, { topic: "credit.approved", contract, agreement, body, at: now });
      return { plan, revision, amount, currency };
    }),
});
