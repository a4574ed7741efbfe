import type { LevelTerms } from "../agreement/terms.ts";
import { type Columns, firstField } from "./columns.ts";

/** One condition on a field: `holds[code]` is 1 for the values that satisfy it. */
export interface Mask {
  readonly field: number;
  readonly holds: Uint8Array;
}

/** A bit for a field; those beyond the 30th share one. */
export const fieldBit = (field: number): number => 1 << (field < 30 ? field : 30);

/** So many selections share one word. */
export const mostSelections = 31;

/** Whom levels speak of: a bit each, and for each field the bits that a value leaves standing. */
export interface Selections {
  readonly masks: readonly (readonly Mask[])[];
  /** Indices of the fields that any of them asks for. */
  readonly fields: Int32Array;
  /** A bit for each of these fields. */
  readonly bits: number;
  /** By `position in fields * values + code`. */
  readonly left: Int32Array;
}

/** The distinct selections of levels, in the order of `wheres`. */
export function selectionsOf(wheres: readonly LevelTerms["where"][], columns: Columns): Selections {
  const masks = wheres.map((where) => masksOf(where, columns));
  const fields = Int32Array.from(new Set(masks.flat().map(({ field }) => field)));
  const values = columns.values.length;
  const left = new Int32Array(fields.length * values).fill(-1);
  for (const [bit, own] of masks.entries()) {
    for (const { field, holds } of own) {
      const from = fields.indexOf(field) * values;
      for (let code = 0; code < values; code += 1) {
        if (holds[code] !== 1) left[from + code] = (left[from + code] as number) & ~(1 << bit);
      }
    }
  }
  const bits = fields.reduce((all, field) => all | fieldBit(field), 0);
  return { masks, fields, bits, left };
}

const masksOf = (where: LevelTerms["where"], columns: Columns): Mask[] =>
  Object.entries(where).map(([name, condition]) => {
    const wanted = condition.kind === "any of";
    const among = (value: string | null): boolean =>
      condition.kind !== "mark" && value !== null && condition.values.includes(value);
    return {
      field: fieldOf(columns, name),
      holds: Uint8Array.from(columns.values, (value) => Number(among(value) === wanted)),
    };
  });

/** Index of a field among those of the columns. */
export function fieldOf({ fields }: Columns, name: string): number {
  const index = fields.indexOf(name);
  if (index < 0) throw new Error(`the columns do not have the field ${name}`);
  return index;
}

/** The code of a field at an instant; where there is none, the first later one known before `until`. */
export function codeAt(
  { offsets, happened, what, value }: Columns,
  record: number,
  of: { readonly field: number; readonly at: number; readonly until: number },
): number {
  const end = offsets[record + 1] as number;
  const field = of.field + firstField;
  let code = 0;
  for (let i = offsets[record] as number; i < end; i += 1) {
    const when = happened[i] as number;
    if (when > of.at && (code !== 0 || when >= of.until)) break;
    if (what[i] === field) code = value[i] as number;
  }
  return code;
}
