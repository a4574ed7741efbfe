import { z } from "zod";
import { moments } from "../../engine/agreement/words.ts";

/** A moment that a mapping can give. */
export const momentName = z.enum(moments);

const column = z.string().min(1);

/**
 * When a moment happened: at the stamp of a column, the first time a state was entered, or each time.
 * A state is one of ours (`in progress`), a reason of waiting, or a word of the tool that `states` lists.
 */
export const momentShape = z.union([
  z.strictObject({ first: z.string().min(1) }),
  z.strictObject({ state: z.string().min(1) }),
  z.strictObject({ column }),
]);

/** Rows that are messages: who wrote them, and whether the client can read them (all can, without `open`). */
export const messagesShape = z.strictObject({
  by: column,
  client: z.array(z.string()).min(1),
  supplier: z.array(z.string()).min(1),
  open: z.strictObject({ column, values: z.array(z.string()).min(1) }).optional(),
});

/** Rows that are taken; every other row is left, counted under `because`. */
export const onlyWhen = z.union([
  z.strictObject({ column, is: z.array(z.string()).min(1), because: z.string().min(1) }),
  z.strictObject({ column, is_not: z.array(z.string()).min(1), because: z.string().min(1) }),
]);

/** Columns that are known and not used. */
export const ignored = z.array(column).default([]);
