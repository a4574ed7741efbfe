import { z } from "zod";
import { column } from "./moments.ts";

/** The states a record can be in, in the words of the format. */
export const stateNames = ["new", "in progress", "resolved", "closed", "cancelled", "merged", "unknown"] as const;

/** A state, a wait with its reason, or a merge with the column that names the surviving record. */
export const stateWord = z.union([
  z.enum(stateNames).describe("one of these; unknown leaves the record as it was, with a finding"),
  z.strictObject({ waiting: z.string().min(1) }).describe("waiting, for a reason that the contract defines"),
  z
    .strictObject({ merged_into: z.string().min(1) })
    .describe("merged, with the column that names the record that goes on"),
]);
export type StateWord = z.output<typeof stateWord>;

/** Where the tool's state stands and what each of its words means. */
export const stateRule = z.strictObject({
  column: column.describe("Column of the state"),
  values: z.record(z.string(), stateWord).describe("What each word of the tool means"),
  others: stateWord
    .optional()
    .meta({ description: "What every other word means", otherwise: "a finding, and the record is held" }),
});
export type StateRule = z.output<typeof stateRule>;
