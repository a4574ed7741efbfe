import { z } from "zod";
import { unwrapped } from "./partly.ts";
import { quantities } from "./read.ts";

/** What a schema says of itself to people; null where it says nothing. */
export interface Meaning {
  /** What the field is for. */
  readonly means: string | null;
  /** How its value is written: `A share: 95%, 99.90%`. */
  readonly say: string | null;
  /** What holds where the field is left out; a value of the format stands in backticks. */
  readonly otherwise: string | null;
}

/** Tells what a field is for from how its value is written, which every field of the same quantity shares. */
export function meaningOf(schema: z.core.$ZodType): Meaning {
  const { description = null, otherwise } = z.globalRegistry.get(schema as z.ZodType) ?? {};
  const say = quantities.get(unwrapped(schema) as z.ZodType)?.say ?? null;
  return {
    means: description === say ? null : description,
    say,
    otherwise: typeof otherwise === "string" ? otherwise : null,
  };
}

/** The schema that fields of a kind share: without `optional`, `default` and the words of this one field. */
export function sharedSchema(schema: z.core.$ZodType): z.core.$ZodType {
  const inner = unwrapped(schema);
  const { parent } = inner._zod;
  return parent === undefined || quantities.has(inner as z.ZodType) ? inner : sharedSchema(parent);
}
