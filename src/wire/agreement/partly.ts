import { z } from "zod";
import { fields } from "./fields.ts";

/** The schema of any part of what a schema reads: every field may be left out, at every level of its maps. */
export function partly(schema: z.core.$ZodType): z.ZodType {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodObject) return fields(eachField(inner, partly));
  if (inner instanceof z.ZodRecord) return z.record(inner.keyType as z.core.$ZodRecordKey, partly(inner.valueType));
  return asType(inner);
}

/** The schema of what can be added: fields may be left out down to the maps, whose new entries are whole. */
export function additions(schema: z.core.$ZodType): z.ZodType {
  const inner = unwrapped(schema);
  return inner instanceof z.ZodObject ? fields(eachField(inner, additions)) : asType(inner);
}

/** Without `optional` and `default`. */
export function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? unwrapped(schema.unwrap()) : schema;
}

function eachField(schema: z.ZodObject, make: (field: z.core.$ZodType) => z.ZodType): Record<string, z.ZodType> {
  const entries = Object.entries(schema.shape).map(([name, field]) => [name, make(field as z.ZodType).optional()]);
  return Object.fromEntries(entries);
}

/** Every schema of this folder is made by the classic builders. */
const asType = (schema: z.core.$ZodType): z.ZodType => schema as z.ZodType;
