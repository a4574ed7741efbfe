import type { Fraction } from "../../number/fraction.ts";
import type { Day } from "../../time/civil.ts";
import type { Instant } from "../../time/instant.ts";
import type { Allowed } from "../quantity.ts";

/** Entries by id, in the order in which they are written. */
export type ById<T> = Readonly<Record<string, T>>;

/** A stretch of contract time: what an `Allowed` can be, and whole months or years. */
export type Term = Allowed | { readonly kind: "months"; readonly count: number };

/** A point in time as a contract writes it: a day, a wall time of the zone in force, or an instant with its offset. */
export type PointInTime =
  | { readonly kind: "date"; readonly day: Day }
  | { readonly kind: "wall"; readonly day: Day; readonly second: number }
  | { readonly kind: "instant"; readonly at: Instant };

/** When a warning is given: at a share of the time used, or a time before the due moment. */
export type WarningAt =
  | { readonly kind: "share used"; readonly share: Fraction }
  | { readonly kind: "before"; readonly allowed: Allowed };

/** The entry under an id; undefined where there is none, also for ids such as `constructor`. */
export function entry<T>(entries: ById<T> | undefined, id: string): T | undefined {
  return entries !== undefined && Object.hasOwn(entries, id) ? entries[id] : undefined;
}
