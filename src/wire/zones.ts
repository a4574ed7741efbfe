import { createHash } from "node:crypto";
import type { Instant } from "../engine/time/instant.ts";
import type { Transition, Zone } from "../engine/time/zone.ts";

const known = new Map<string, Zone | null>();

/**
 * A zone of the IANA database as a value: every change of its offset from 1900 to 2199, read from the runtime
 * once and kept. Null for an id that is unknown or spelled otherwise (`europe/london`, `+01:00`).
 * The version is that of the runtime's zone data, such as `2026a` (semantics 39).
 */
export function readZone(id: string): Zone | null {
  const kept = known.get(id);
  if (kept !== undefined) return kept;
  const zone = zoneFrom(id);
  known.set(id, zone);
  return zone;
}

/** The fingerprint of a zone: SHA-256 over its first offset and every transition, in order. */
export function fingerprintOf({ offset, transitions }: Zone): string {
  const text = [String(offset), ...transitions.map((each) => `${each.at} ${each.offset}`)].join("\n");
  return createHash("sha256").update(text).digest("hex");
}

/** Version of the runtime's time zone data. */
export const zoneVersion = (): string => process.versions.tz ?? "unknown";

const firstSecond = -2_208_988_800; // 1900-01-01T00:00:00Z
const lastSecond = 7_258_118_400; // 2200-01-01T00:00:00Z

function zoneFrom(id: string): Zone | null {
  const start = startIn(id);
  if (start === null) return null;
  return {
    id,
    version: zoneVersion(),
    offset: offsetOf(start),
    transitions: transitionsAfter(start),
  };
}

function startIn(id: string): Temporal.ZonedDateTime | null {
  if (!/^[A-Za-z]/.test(id)) return null;
  try {
    const start = new Temporal.ZonedDateTime(BigInt(firstSecond) * 1_000_000_000n, id);
    return start.timeZoneId === id ? start : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function transitionsAfter(start: Temporal.ZonedDateTime): Transition[] {
  const found: Transition[] = [];
  let next = start.getTimeZoneTransition("next");
  while (next !== null && secondsOf(next) < lastSecond) {
    found.push({ at: secondsOf(next), offset: offsetOf(next) });
    next = next.getTimeZoneTransition("next");
  }
  return found;
}

const offsetOf = (at: Temporal.ZonedDateTime): number => at.offsetNanoseconds / 1_000_000_000;

const secondsOf = (at: Temporal.ZonedDateTime): Instant => Math.floor(at.epochMilliseconds / 1000) as Instant;
