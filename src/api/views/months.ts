import { z } from "zod";
import { readOverview } from "../../store/results/read-overview.ts";
import { anyJson, id, month, name } from "../request/members.ts";
import { view } from "../view.ts";

/** The months of all contracts at a glance. */
export const months = view({
  name: "months",
  path: "/months",
  summary: "The months of every contract: the answer in a sentence, counts of verdicts, credits, closed or not.",
  input: z.strictObject({ from: month.optional(), until: month.optional() }),
  output: z.strictObject({
    months: z.array(
      z.strictObject({
        contract: name,
        period: z.string(),
        revision: z.int(),
        evaluation: id,
        summary: anyJson,
        closed: z.boolean(),
      }),
    ),
  }),
  read: async (unit, { from = "0000-00", until = "9999-99" }) => ({
    months: [...(await readOverview(unit, { from, until }))],
  }),
});
