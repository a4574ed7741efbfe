import { z } from "zod";
import { lockContract } from "../../store/contracts/contracts.ts";
import { addStated } from "../../store/contracts/stated-facts.ts";
import { newId } from "../../store/new-id.ts";
import { addCreditState } from "../../store/results/credit-states.ts";
import { activity } from "../activity.ts";
import { creditNamed, creditRefusals } from "./credit-named.ts";

const words = z.string().trim().min(1, "Say what you see differently.").max(2000);

/** Disputes a statement: it waits, and the results named are held in every later evaluation until it is settled. */
export const disputeACredit = activity({
  name: "dispute a credit",
  summary: "Disputes the credits of a month under one plan, with what is seen differently and the evidence.",
  path: "/contracts/{contract}/periods/{period}/credits/{plan}/dispute",
  input: z.strictObject({
    ...{ contract: z.string(), period: z.string(), plan: z.string() },
    /** Service levels in dispute; absent: all of the agreement. */
    levels: z.array(z.string().min(1)).min(1).optional(),
    because: words,
    evidence: z.array(z.string().trim().min(1)).min(1),
  }),
  output: z.object({ dispute: z.string(), plan: z.string(), revision: z.int() }),
  refusals: creditRefusals,
  about: ({ contract, period, plan }) => ({ contract, subject: `${plan} ${period}` }),
  // As the person sees it: nobody disputes what is not theirs.
  rule: async ({ unit }, asked) => {
    await creditNamed(unit, asked, ["proposed", "approved"]);
  },
  work: ({ unit, now, startedBy }, asked) =>
    unit.asSystem(async (system) => {
      const { contract, levels, because, evidence } = asked;
      await lockContract(system, contract);
      const { agreement, plan, period, revision } = await creditNamed(system, asked, ["proposed", "approved"]);
      const dispute = newId(now * 1000);
      const by = startedBy.person;
      const raised = Temporal.Instant.fromEpochMilliseconds(now * 1000).toString();
      const about = { id: dispute, agreement, ...(levels ? { levels } : {}), period };
      const entry = { ...about, by, raised, because, evidence };
      await addStated(system, contract, [{ id: dispute, list: "disputes", entry, learned: now, by }]);
      await addCreditState(system, contract, { agreement, plan, period, revision, state: "disputed", at: now, by });
      return { dispute, plan, revision };
    }),
});
