import type { Wall } from "../../engine/time/civil.ts";
import { type Instant, instant } from "../../engine/time/instant.ts";
import { instantOf, type WallRules, wallAt, type Zone } from "../../engine/time/zone.ts";
import type { StampRule } from "../../wire/mapping/stamps.ts";
import { readStamp } from "./read-stamp.ts";

/** An instant with what is odd about the wall time it was read from; null where nothing is. */
export type ReadInstant =
  | { readonly at: Instant; readonly odd: null | "said-twice" | "skipped" }
  | { readonly at: null; readonly odd: "no-such-date" | "no-such-time" | "not-a-stamp" | "offset-missing" };

export type StampReader = (text: string) => ReadInstant;

/** Stamps of a file repeat; so many of them are remembered. */
const remembered = 50_000;

/** Reads stamps to instants in the zone of the mapping (semantics 23 and 24 decide odd wall times). */
export function stampReader(rule: StampRule, zone: Zone): StampReader {
  const known = new Map<string, ReadInstant>();
  return (text) => {
    const kept = known.get(text);
    if (kept) return kept;
    if (known.size >= remembered) known.clear();
    const read = readInstant(text, rule, zone);
    known.set(text, read);
    return read;
  };
}

function readInstant(text: string, rule: StampRule, zone: Zone): ReadInstant {
  const stamp = readStamp(text.trim(), rule);
  if (stamp.kind === "wrong") return { at: null, odd: stamp.code };
  if (stamp.kind === "instant")
    return isInYears(stamp.seconds) ? { at: instant(stamp.seconds), odd: null } : { at: null, odd: "no-such-date" };
  if (rule.order === "with offset") return { at: null, odd: "offset-missing" };
  return fromWall(stamp.wall, rule, zone);
}

/** The years 1 to 9999, as dates are written; a count of seconds can name millions of others. */
const isInYears = (seconds: number): boolean => seconds >= -62_135_596_800 && seconds < 253_402_300_800;

function fromWall(wall: Wall, rule: StampRule, zone: Zone): ReadInstant {
  const rules: WallRules = { gap: rule.skipped, twice: rule.said_twice };
  const at = instantOf(zone, wall, rules);
  const other = instantOf(zone, wall, { ...rules, twice: rule.said_twice === "first" ? "last" : "first" });
  if (at !== other) return { at, odd: "said-twice" };
  const shown = wallAt(zone, at);
  const same = (shown.day - wall.day) * 86_400 === wall.second - shown.second;
  return { at, odd: same ? null : "skipped" };
}
