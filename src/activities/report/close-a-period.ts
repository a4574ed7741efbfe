import { z } from "zod";
import { addHappening } from "../../store/add-happening.ts";
import { lockContract } from "../../store/contracts/contracts.ts";
import { addClosure } from "../../store/results/closures.ts";
import { activity } from "../activity.ts";
import { mayClose } from "./may-close.ts";

/** Closes a month: its results stay as they are, and its credits can be proposed. */
export const closeAPeriod = activity({
  name: "close a period",
  summary: "Closes a month with its last evaluation, so that its figures stay as they are.",
  path: "/contracts/{contract}/periods/{period}/close",
  input: z.strictObject({ contract: z.string(), period: z.string() }),
  output: z.object({ period: z.string(), evaluation: z.string() }),
  refusals: ["already-closed", "not-evaluated", "period-not-over", "records-arriving", "evaluation-outdated"],
  about: ({ contract, period }) => ({ contract, subject: period }),
  rule: ({ unit, now }, { contract, period }) =>
    unit.asSystem(async (system) => {
      await mayClose(system, { contract, period, now });
    }),
  work: ({ unit, now, startedBy, approvedBy, note }, { contract, period }) =>
    unit.asSystem(async (system) => {
      await lockContract(system, contract);
      const { evaluation } = await mayClose(system, { contract, period, now });
      const approvedByPerson = approvedBy.map(({ person }) => person).join(", ");
      await addClosure(system, contract, {
        ...{ period, evaluation, at: now, by: startedBy.person, approvedBy: approvedByPerson },
      });
      await addHappening(system, {
        ...{ topic: "period.closed", contract, agreement: null, at: now },
        body: { contract, period, evaluation },
      });
      note({ evaluation });
      return { period, evaluation };
    }),
});
