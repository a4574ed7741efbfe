import { z } from "zod";
import { measureKinds, moments, recordKinds, verdicts } from "../../engine/agreement/words.ts";

/** The closed lists of the format as schemas. */

export const recordKind = z.enum(recordKinds);
export const moment = z.enum(moments);
/** Which period a record belongs to; `the stop` of its clock is null. */
export const countedBy = z.union([
  z.enum([...moments, "each event", "closing snapshot"]),
  z.literal("the stop").transform((): null => null),
]);
export const measureKind = z.enum(measureKinds);
export const verdict = z.enum(verdicts);
