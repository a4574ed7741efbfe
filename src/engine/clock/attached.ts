import { firstMoment } from "../record/history.ts";
import type { Instant } from "../time/instant.ts";
import type { ClockInput } from "./clock-input.ts";
import type { Phase } from "./phases.ts";

/**
 * Where earlier pauses are ignored, those before the agreement was attached to the record run its clock; one that
 * lasts beyond that instant pauses from there on (semantics 5 and 16).
 */
export function pausedSinceAttached(input: ClockInput, phases: Phase[]): Phase[] {
  const attached = input.level.rules.earlier_pauses === "ignored" ? firstMoment(input.fact, "attached")?.at : undefined;
  const last = phases.at(-1)?.end;
  if (attached === undefined || last === undefined || attached > last) return phases;
  return phases.flatMap((each) => (each.mode === "paused" && each.start < attached ? cut(each, attached) : [each]));
}

function cut(each: Phase, attached: Instant): Phase[] {
  const run: Phase = { ...each, mode: "running", because: "earlier pauses are ignored", bearer: null };
  if (each.end <= attached) return [run];
  return [
    { ...run, end: attached },
    { ...each, start: attached, event: null },
  ];
}
