import { z } from "zod";

/** Shapes that inputs and outputs of many views share. */

/** An id that people chose: `contract-7`. */
export const name = z.string().min(1).max(200);
export const id = z.uuid();
/** A point in time. */
export const instantMember = z.int().describe("Whole seconds since 1970-01-01T00:00:00Z");
export const day = z.string().describe("A day: 2026-10-01");
export const month = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$/)
  .describe("A period: 2025-02, 2025-Q1 or 2025");
/** A number in a query, where everything is text. */
export const queryInstant = z.coerce.number().int().describe("Whole seconds since 1970-01-01T00:00:00Z");
/** A value of JSON whose shape another module writes. */
export const anyJson = z.unknown();

/** How a page of a list is asked for: every list takes these beside its own filters. */
export const pageMembers = {
  limit: z.coerce.number().int().min(1).max(500).default(50).describe("How many items a page may have"),
  cursor: z.string().max(2000).optional().describe("Where the page begins: `next` of the page before"),
};
