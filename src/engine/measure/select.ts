import type { Condition, Exception, Selection } from "../agreement/selection.ts";
import type { Fact } from "../record/record.ts";
import { fieldValue, type Seen } from "./field-value.ts";
import { meets, readValue } from "./read-value.ts";

/** Whether a record satisfies a selection, and the field that decided against it. */
export type Selected =
  | { readonly kind: "holds" }
  | { readonly kind: "fails"; readonly field: string; readonly value: string | null }
  | { readonly kind: "missing"; readonly field: string };

/**
 * Holds a record against a selection: every entry must hold. A missing field never satisfies "any of" or a mark and
 * always satisfies "none of". A field that is known to fail decides before one that is missing.
 */
export const select = (fact: Fact, selection: Selection, seen: Seen): Selected =>
  selectBy((field) => fieldValue(fact, field, seen), selection);

/** The same for anything that has a value by the name of a field, such as one sample of a series. */
export function selectBy(textOf: (field: string) => string | null, selection: Selection): Selected {
  let missing: string | null = null;
  for (const [field, condition] of Object.entries(selection)) {
    const value = textOf(field);
    const answer = satisfies(value, condition);
    if (answer === null) missing ??= field;
    if (answer === false) return { kind: "fails", field, value };
  }
  return missing === null ? { kind: "holds" } : { kind: "missing", field: missing };
}

/** The first exception that a record falls under; null where none does. */
export function exceptionOf(fact: Fact, exceptions: readonly Exception[], seen: Seen): Exception | null {
  return exceptions.find(({ where }) => select(fact, where, seen).kind === "holds") ?? null;
}

/** False only where no value in the whole history could satisfy the selection: a quick way past most records. */
export function couldEverHold(fact: Fact, selection: Selection): boolean {
  return Object.entries(selection).every(
    ([field, condition]) =>
      condition.kind === "none of" ||
      fact.events.some(
        ({ change }) =>
          change.kind === "field" && change.field === field && satisfies(change.value, condition) !== false,
      ),
  );
}

/** Null: the value is missing, or is no number where a mark needs one. */
function satisfies(value: string | null, condition: Condition): boolean | null {
  if (condition.kind === "none of") return value === null || !condition.values.includes(value);
  if (value === null) return null;
  if (condition.kind === "any of") return condition.values.includes(value);
  const number = readValue(value);
  return number && meets(number, condition.mark);
}
