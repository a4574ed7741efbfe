import type { Removes } from "../document/amendment.ts";

type Tree = Readonly<Record<string, unknown>>;

/** Kinds of written quantities: an object with such a `kind` is one value and is replaced whole. */
const valueKinds: readonly unknown[] = [
  ...["time", "business days", "days", "months"],
  ...["any of", "none of", "mark"],
  ...["share used", "before", "date", "wall", "instant"],
  ...["week", "month", "quarter", "year", "contract year", "fixed", "rolling"],
];

/** `changes` laid over what is written: maps merge by key, a list or a value is replaced whole. */
export function merge(written: unknown, changes: unknown): unknown {
  if (!isMap(written) || !isMap(changes)) return changes;
  const merged: Record<string, unknown> = { ...written };
  for (const [key, change] of Object.entries(changes)) {
    const before = Object.hasOwn(written, key) ? written[key] : undefined;
    merged[key] = merge(before, change);
  }
  return merged;
}

/** What is left of a block when the named entries or fields are gone. */
export function without(written: unknown, removes: Removes): unknown {
  if (!isMap(written)) return written;
  const left: Record<string, unknown> = { ...written };
  if (isList(removes)) for (const name of removes) delete left[name];
  else for (const [name, inside] of Object.entries(removes)) left[name] = without(left[name], inside);
  return left;
}

function isMap(value: unknown): value is Tree {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return !("kind" in value && valueKinds.includes(value.kind));
}

const isList = (removes: Removes): removes is readonly string[] => Array.isArray(removes);
