import { z } from "zod";

/** The states a record can be in, in the words of the format. */
export const stateNames = ["new", "in progress", "resolved", "closed", "cancelled", "merged", "unknown"] as const;

/** A state, a wait with its reason, or a merge with the column that names the surviving record. */
export const stateWord = z.union([
  z.enum(stateNames),
  z.strictObject({ waiting: z.string().min(1) }),
  z.strictObject({ merged_into: z.string().min(1) }),
]);
export type StateWord = z.output<typeof stateWord>;

/** Where the tool's state stands and what each of its words means. */
export const stateRule = z.strictObject({
  column: z.string().min(1),
  values: z.record(z.string(), stateWord),
  others: stateWord.optional(),
});
export type StateRule = z.output<typeof stateRule>;
