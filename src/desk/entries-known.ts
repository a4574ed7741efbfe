import type { CreditEntry } from "../engine/credit/entry.ts";
import type { Instant } from "../engine/time/instant.ts";
import { wallAt, type Zone } from "../engine/time/zone.ts";

/** What was stated about credits by the day of an instant: a later entry changes nothing that was known before it. */
export function entriesKnown(entries: readonly CreditEntry[], zone: Zone, at: Instant): readonly CreditEntry[] {
  const { day } = wallAt(zone, at);
  return entries.filter(({ on }) => on <= day);
}
