import { z } from "zod";

/** Why a text could not be read, and the way out. `message` ends with a full stop. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly way_out: string;
}

/** A text read as a value, or the reason why not. */
export type Read<T> = { readonly value: T } | { readonly refusal: Refusal };

export const got = <T>(value: T): Read<T> => ({ value });

export function refused(code: string, message: string, way_out: string): { readonly refusal: Refusal } {
  return { refusal: { code, message, way_out } };
}

/** How each quantity of the format is written, in the words that an editor shows. */
export const quantities = z.registry<{ readonly say: string }>();

/**
 * A schema for one scalar of the file: it is handed the source text and reads it by `reader`.
 * `say` is what an editor shows at the field.
 */
export function scalar<T>(reader: (text: string) => Read<T>, say: string) {
  return z
    .string()
    .transform((text, context): T => {
      const read = reader(text);
      if ("value" in read) return read.value;
      const { code, message, way_out } = read.refusal;
      context.issues.push({ code: "custom", input: text, message, params: { code, way_out } });
      return z.NEVER;
    })
    .meta({ description: say })
    .register(quantities, { say });
}
