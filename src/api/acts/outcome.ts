import { z } from "zod";
import type { Outcome } from "../../activities/run/advance.ts";
import type { Reply } from "../act.ts";
import { id } from "../request/members.ts";

/** What became of something that was started: its output where it is done at once. */
export const outcomeOf = <O>(output: z.ZodType<O>) =>
  z.strictObject({
    undertaking: id.describe("The undertaking under which answers and approvals are collected"),
    state: z.enum(["done", "prepared", "consulting", "awaiting approval", "rejected", "withdrawn"]),
    output: output.nullable(),
  });

/** An outcome as a reply: 202 while others must answer or approve. */
export function replyOf<O>(
  outcome: Outcome<O>,
): Reply<{ undertaking: string; state: Outcome["state"]; output: O | null }> {
  const { undertaking, state } = outcome;
  const isOpen = state === "prepared" || state === "consulting" || state === "awaiting approval";
  return {
    status: isOpen ? 202 : 200,
    body: { undertaking, state, output: outcome.state === "done" ? outcome.output : null },
  };
}
