import { z } from "zod";
import { activity } from "../activity.ts";
import { warnDue } from "./warn-due.ts";

/** Records looked at in one unit of work. */
export const recordsAtOnce = 200;

/** Finds and tells the warnings whose instant has come. The keeper starts it; `next` says when it is wanted again. */
export const watchRunningClocks = activity({
  name: "watch running clocks",
  summary: "Looks at the clocks whose instant has come, and tells the warnings that they passed.",
  path: "/clocks/watch",
  input: z.strictObject({ limit: z.int().min(1).max(1000).default(recordsAtOnce) }),
  output: z.strictObject({
    records: z.int().describe("Records that were looked at"),
    warnings: z.int().describe("Warnings that were found"),
    next: z.int().nullable().describe("When clocks want to be looked at next, in seconds since 1970"),
  }),
  about: () => ({ contract: null, subject: "clocks" }),
  work: ({ unit, now }, { limit }) => warnDue(unit, now, limit),
});
