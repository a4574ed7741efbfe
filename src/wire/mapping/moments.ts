import { z } from "zod";
import { moments } from "../../engine/agreement/words.ts";
import { quantities } from "../agreement/read.ts";

/** A moment that a mapping can give. */
export const momentName = z.enum(moments);

/** The name of a column. */
export const column = z.string().min(1, "write the name of a column").register(quantities, { say: "column" });

const word = z.string().min(1);

/**
 * When a moment happened: at the stamp of a column, the first time a state was entered, or each time.
 * A state is one of ours (`in progress`), a reason of waiting, or a word of the tool that `states` lists.
 */
export const momentShape = z.union([
  z.strictObject({ first: word }).describe("the first time that this state was entered"),
  z.strictObject({ state: word }).describe("each time that this state was entered"),
  z.strictObject({ column }).describe("at the stamp of this column"),
]);

/** Rows that are messages: who wrote them, and whether the client can read them (all can, without `open`). */
export const messagesShape = z.strictObject({
  by: column.describe("Column that says who wrote"),
  client: z.array(z.string()).min(1).describe("Its words for the client"),
  supplier: z.array(z.string()).min(1).describe("Its words for the supplier"),
  open: z
    .strictObject({
      column: column.describe("Column that says who can read"),
      values: z.array(z.string()).min(1).describe("Its words for what the client can read"),
    })
    .optional()
    .meta({ description: "Which messages the client can read", otherwise: "all" }),
});

/** Rows that are taken; every other row is left, counted under `because`. */
export const onlyWhen = z.union([
  z
    .strictObject({ column, is: z.array(z.string()).min(1), because: word })
    .describe("only rows with one of these words"),
  z
    .strictObject({ column, is_not: z.array(z.string()).min(1), because: word })
    .describe("only rows with none of these words"),
]);

/** Columns that are known and not used. */
export const ignored = z.array(column).default([]);
