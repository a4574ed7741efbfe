import { addDays, type Day, secondsOfDay, type Wall } from "./civil.ts";
import type { Instant } from "./instant.ts";

/** From `at` on, local time is `offset` seconds ahead of UTC. */
export interface Transition {
  readonly at: Instant;
  readonly offset: number;
}

/**
 * A time zone as a value: every change of its offset over the years in use, read once at the border.
 * A verifier with other data recomputes the same figures from it and reports the difference.
 */
export interface Zone {
  readonly id: string;
  /** Version of the time zone data, for example `2026c` (semantics 39). */
  readonly version: string;
  /** Offset in seconds before the first transition. */
  readonly offset: number;
  readonly transitions: readonly Transition[];
}

/** How a wall time that is skipped or said twice becomes an instant (semantics 23 and 24). */
export interface WallRules {
  readonly gap: "shifted" | "clamped";
  readonly twice: "first" | "last";
}

export const usualWallRules: WallRules = { gap: "shifted", twice: "first" };

export const utc: Zone = { id: "UTC", version: "none", offset: 0, transitions: [] };

/** Seconds ahead of UTC at an instant. */
export function offsetAt(zone: Zone, at: Instant): number {
  const index = lastTransition(zone, at);
  return index < 0 ? zone.offset : (zone.transitions[index] as Transition).offset;
}

/** Date and second of the day that a wall clock shows at an instant. */
export function wallAt(zone: Zone, at: Instant): Wall {
  const local = at + offsetAt(zone, at);
  const day = Math.floor(local / secondsOfDay) as Day;
  return { day, second: local - day * secondsOfDay };
}

/**
 * The instant of a wall time. A skipped time moves on by the length of the gap ("shifted") or to the
 * transition itself ("clamped"); a time said twice is its first or its last saying.
 */
export function instantOf(zone: Zone, wall: Wall, rules: WallRules = usualWallRules): Instant {
  const local = wall.day * secondsOfDay + wall.second;
  const sayings = sayingsOf(zone, local);
  if (sayings.length > 0) return (rules.twice === "first" ? sayings[0] : sayings.at(-1)) as Instant;
  const gap = gapAt(zone, local);
  return (rules.gap === "clamped" ? gap.at : local - gap.before) as Instant;
}

/** False for a local date that the zone skipped altogether, like 2011-12-30 in Samoa (semantics 26). */
export function dayExists(zone: Zone, day: Day): boolean {
  const start = instantOf(zone, { day, second: 0 }, { gap: "clamped", twice: "first" });
  const end = instantOf(zone, { day: addDays(day, 1), second: 0 }, { gap: "clamped", twice: "first" });
  return start < end;
}

/** All instants at which the wall clock shows `local`, earliest first. */
function sayingsOf(zone: Zone, local: number): Instant[] {
  const first = lastTransition(zone, (local - 2 * secondsOfDay) as Instant);
  const said: Instant[] = [];
  for (let i = first; i < zone.transitions.length; i += 1) {
    const from = i < 0 ? Number.NEGATIVE_INFINITY : (zone.transitions[i] as Transition).at;
    if (from > local + 2 * secondsOfDay) break;
    const offset = i < 0 ? zone.offset : (zone.transitions[i] as Transition).offset;
    const until = zone.transitions[i + 1]?.at ?? Number.POSITIVE_INFINITY;
    const at = local - offset;
    if (from <= at && at < until) said.push(at as Instant);
  }
  return said;
}

/** The transition that skips the wall time `local`, and the offset in force before it. */
function gapAt(zone: Zone, local: number): { readonly at: Instant; readonly before: number } {
  for (let i = 0; i < zone.transitions.length; i += 1) {
    const { at, offset } = zone.transitions[i] as Transition;
    const before = i === 0 ? zone.offset : (zone.transitions[i - 1] as Transition).offset;
    if (at + before <= local && local < at + offset) return { at, before };
  }
  throw new Error(`no gap at local second ${local} in ${zone.id}`);
}

/** Index of the last transition at or before an instant, -1 before the first. */
function lastTransition(zone: Zone, at: Instant): number {
  let low = 0;
  let high = zone.transitions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((zone.transitions[middle] as Transition).at <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
