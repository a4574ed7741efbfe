import type { LevelTerms } from "../engine/agreement/terms.ts";
import type { Reading } from "../engine/clock/reading.ts";
import { instantsOf } from "../engine/measure/moment-of.ts";
import { unseenStop } from "../engine/measure/unseen-stop.ts";
import type { Fact } from "../engine/record/record.ts";

/** What a clock says of a record at an instant, in the words of the comparison, in the order they are shown. */
export const ourWords = [
  "in time",
  "late",
  "open and overdue",
  "open and not due",
  "not rated (no target)",
  "not known (stopped unseen)",
  "called off",
  "not started",
  "outside the promise",
] as const;
export type Ours = (typeof ourWords)[number];

/** Our verdict on a record of the population. A miss that stands is late, whatever became of the record since. */
export function oursOf(level: LevelTerms, fact: Fact, reading: Reading): Ours {
  if (reading.state === "not started") return "not started";
  const miss = reading.judgements.find(({ inTime }) => !inTime) ?? null;
  if (reading.state === "cancelled" && miss === null) return "called off";
  if (!hasTarget(level, fact, reading)) return "not rated (no target)";
  const stoppedBy = miss && unseenStop(level, fact);
  if (miss && stoppedBy !== null && miss.at <= stoppedBy) return "not known (stopped unseen)";
  if (reading.stopped !== null || reading.state === "cancelled") return miss ? "late" : "in time";
  return miss ? "open and overdue" : "open and not due";
}

function hasTarget({ clock }: LevelTerms, fact: Fact, { target }: Reading): boolean {
  return clock?.by == null ? target !== null : instantsOf(fact, clock.by).length > 0;
}

/** Whether a flag of the source says the same; null where it cannot be held against ours. */
export function isSame(ours: Ours, theirs: string | null): boolean | null {
  const meant = inTheirWords[ours];
  return meant === undefined || theirs === null ? null : meant === theirs;
}

const inTheirWords: Readonly<Partial<Record<Ours, string>>> = {
  "in time": "in time",
  late: "late",
  "open and overdue": "late",
  "open and not due": "in time",
};
