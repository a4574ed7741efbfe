import { z } from "zod";
import { checkAudit } from "../../store/reading/check-audit.ts";
import { readReply } from "../reply/etag.ts";
import { notFound } from "../reply/problem.ts";
import type { Route } from "../route.ts";

const output = z.strictObject({
  is_whole: z.boolean(),
  rows: z.int(),
  hash: z.string().describe("Of the last row, to be kept elsewhere: with it nobody can write the log anew unseen"),
  broken_at: z.int().nullable(),
});

/** Walks the audit log from its first row to its last, in many short units of work. */
export const auditCheckRoute: Route<Record<string, never>> = {
  name: "audit check",
  kind: "view",
  method: "GET",
  path: "/audit/check",
  summary: "Whether the audit log is whole: every row there, none changed.",
  input: z.strictObject({}),
  replies: [{ status: 200, type: "application/json", body: output }],
  takes: "nothing",
  scope: "read",
  answer: async ({ deps, caller, request }) => {
    if (caller.side !== "provider" && caller.side !== "system") throw notFound();
    return readReply(request, await checkAudit((work) => deps.gate.unit(caller, work)));
  },
};
