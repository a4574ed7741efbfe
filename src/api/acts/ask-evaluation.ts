import { z } from "zod";
import { mayAskEvaluation } from "../../jobs/evaluate-a-period.ts";
import { isSeen } from "../../store/reading/contracts.ts";
import { notFound } from "../reply/problem.ts";
import { id, name } from "../request/members.ts";
import { basePath, type Route } from "../route.ts";

const input = z.strictObject({
  contract: name,
  period: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .describe("A month: 2025-02"),
});

/** Has a month measured by a work of the queue; however many ask while one waits, it is done once. */
export const askEvaluationRoute: Route<z.output<typeof input>> = {
  name: "ask for an evaluation",
  kind: "act",
  method: "POST",
  path: "/contracts/{contract}/periods/{period}/evaluation",
  summary: "Has a month measured and judged by the system. The work tells how far it is; who asks meanwhile joins it.",
  input,
  replies: [{ status: 202, type: "application/json", body: z.strictObject({ work: id }) }],
  takes: "json",
  scope: "write",
  refusals: ["not-responsible", "period-closed"],
  answer: async ({ deps, caller }, { contract, period }) => {
    await deps.gate.unit(caller, async (unit) => {
      await mayAskEvaluation(unit, { contract, period, by: caller.person, now: deps.now() });
      if (!(await isSeen(unit, contract))) throw notFound();
    });
    const { tenant, person, party, side } = caller;
    const who = { tenant, person, party, side };
    const work = await deps.startWork({ who, kind: "evaluate a period", contract, input: { period } });
    return Response.json(
      { work },
      { status: 202, headers: { location: `${basePath}/works/${work}`, "cache-control": "no-store" } },
    );
  },
};
