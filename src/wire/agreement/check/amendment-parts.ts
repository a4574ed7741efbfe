import { z } from "zod";
import type { Removes } from "../../../engine/agreement/document/amendment.ts";
import type { ContractDocument } from "../../../engine/agreement/document/document.ts";
import { type Amendment, amended } from "../../../engine/agreement/resolve/amended.ts";
import { blockOf } from "../../../engine/agreement/resolve/block.ts";
import { blockSchema } from "../amendments.ts";
import { closest } from "../closest.ts";
import { unwrapped } from "../partly.ts";
import type { Complaint } from "../problem.ts";
import { atKey } from "./rule.ts";

/** What is added must be new, what is changed or removed must be there, and nothing needed may be gone. */
export function partsComplaints(text: ContractDocument, amendment: Amendment): readonly Complaint[] {
  const schema = blockSchema(text, amendment.amends);
  const before = blockOf(text, amendment.amends);
  if (schema === null || before === null) return [];
  const at = ["amendments", amendment.id];
  const found = [
    ...thereAlready(schema, before, { path: [...at, "adds"], part: amendment.adds }),
    ...notThere(schema, before, { path: [...at, "changes"], part: amendment.changes }),
    ...(amendment.removes ? gone(before, amendment.removes, [...at, "removes"]) : []),
  ];
  if (found.length > 0) return found;
  const after = blockOf(amended(text, amendment), amendment.amends);
  return lacking(schema, after, []).map((path) => incomplete([...at, amendment.removes ? "removes" : "changes"], path));
}

interface Part {
  readonly path: readonly string[];
  readonly part: unknown;
}

function thereAlready(schema: z.core.$ZodType, before: unknown, { path, part }: Part): readonly Complaint[] {
  return entriesOf(part).flatMap(([name, value]) => {
    const inner = innerOf(schema, name);
    const old = fieldOf(before, name);
    if (old === undefined || inner === null) return [];
    if (isMapSchema(inner) && !isEntry(schema)) return thereAlready(inner, old, { path: [...path, name], part: value });
    const message = `'${name}' is there already.`;
    return [
      atKey([...path, name], {
        code: "already-there",
        message,
        way_out: "Move it to 'changes', or give it another id.",
      }),
    ];
  });
}

function notThere(schema: z.core.$ZodType, before: unknown, { path, part }: Part): readonly Complaint[] {
  return entriesOf(part).flatMap(([name, value]) => {
    const inner = innerOf(schema, name);
    const old = fieldOf(before, name);
    if (inner === null) return [];
    if (old === undefined && isEntry(schema) && hasNeeds(inner)) return [unknown([...path, name], name, before)];
    return notThere(inner, old, { path: [...path, name], part: value });
  });
}

function gone(before: unknown, removes: Removes, path: readonly string[]): readonly Complaint[] {
  const listed: readonly (readonly [string, Removes | null])[] = Array.isArray(removes)
    ? removes.map((name: string) => [name, null] as const)
    : Object.entries(removes);
  return listed.flatMap(([name, inside], index) => {
    const here = [...path, inside === null ? String(index) : name];
    const old = fieldOf(before, name);
    if (old === undefined) return [unknown(here, name, before)];
    return inside === null ? [] : gone(old, inside, here);
  });
}

function unknown(path: readonly string[], name: string, before: unknown): Complaint {
  const close = closest(name, Object.keys(Object(before)));
  const way_out = close ? `Did you mean '${close}'?` : "Name something that is written, or put it under 'adds'.";
  return atKey(path, { code: "not-there", message: `'${name}' is not there to be changed.`, way_out });
}

function incomplete(at: readonly string[], path: readonly string[]): Complaint {
  const message = `after this amendment '${path.join(".")}' is missing.`;
  return atKey(at, { code: "missing-field", message, way_out: "Leave it, or write what takes its place." });
}

/** Paths of needed fields that a block lacks. */
function lacking(schema: z.core.$ZodType, value: unknown, path: readonly string[]): readonly (readonly string[])[] {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodRecord)
    return entriesOf(value).flatMap(([id, one]) => lacking(inner.valueType, one, [...path, id]));
  if (!(inner instanceof z.ZodObject)) return [];
  return Object.entries(inner.shape).flatMap(([name, field]) => {
    const one = fieldOf(value, name);
    if (one !== undefined) return lacking(field as z.ZodType, one, [...path, name]);
    return isNeeded(field as z.ZodType) ? [[...path, name]] : [];
  });
}

const isNeeded = (field: z.core.$ZodType): boolean =>
  !(field instanceof z.ZodOptional || field instanceof z.ZodDefault);
const isEntry = (schema: z.core.$ZodType): boolean => unwrapped(schema) instanceof z.ZodRecord;
const hasNeeds = (schema: z.core.$ZodType): boolean => {
  const inner = unwrapped(schema);
  return inner instanceof z.ZodObject && Object.values(inner.shape).some((field) => isNeeded(field as z.ZodType));
};

function isMapSchema(schema: z.core.$ZodType): boolean {
  const inner = unwrapped(schema);
  return inner instanceof z.ZodObject || inner instanceof z.ZodRecord;
}

function innerOf(schema: z.core.$ZodType, name: string): z.core.$ZodType | null {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodRecord) return inner.valueType;
  return inner instanceof z.ZodObject ? ((inner.shape[name] as z.ZodType | undefined) ?? null) : null;
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
