import { fieldAt } from "../record/history.ts";
import type { Fact } from "../record/record.ts";
import type { Instant } from "../time/instant.ts";

/** When a record is counted, and up to when its fields are known. */
export interface Seen {
  readonly at: Instant;
  readonly until: Instant;
}

/**
 * The value of a field where a record is counted: what it was at that instant. A field that was still empty then,
 * such as the code of a closure that followed the repair, takes its first later value known before `until`.
 */
export function fieldValue(fact: Fact, field: string, seen: Seen): string | null {
  return fieldAt(fact, field, seen.at) ?? firstAfter(fact, field, seen);
}

function firstAfter(fact: Fact, field: string, { at, until }: Seen): string | null {
  for (const { happened, change } of fact.events) {
    if (happened >= until) return null;
    if (happened > at && change.kind === "field" && change.field === field && change.value !== null)
      return change.value;
  }
  return null;
}
