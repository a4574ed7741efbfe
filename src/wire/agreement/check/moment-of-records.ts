import type { Moment, RecordKind } from "../../../engine/agreement/words.ts";
import type { Complaint } from "../problem.ts";
import { atValue, eachLevel } from "./rule.ts";

/** A clock starts and stops at moments that the records it is kept of can have. */
export const momentOfRecords = eachLevel(({ agreement, level, path }) => {
  const { clock, of } = level;
  if (clock === undefined || of === undefined) return [];
  const known: readonly Moment[] = [...momentsOf[of], ...(agreement.kind === "SLA" ? [] : heldMoments)];
  return (["starts", "stops", "by"] as const).flatMap((field): readonly Complaint[] => {
    const moment = clock[field];
    if (moment === undefined || known.includes(moment)) return [];
    const message = `${of} have no moment '${moment}'.`;
    const way_out = heldMoments.includes(moment)
      ? "It belongs to OLAs and UCs, whose providers hold a record for a while."
      : `They have ${known.join(", ")}.`;
    return [atValue([...path, "clock", field], { code: "unknown-moment", message, way_out })];
  });
});

/** Moments of the holders of a record, for OLAs and UCs. */
export const heldMoments: readonly Moment[] = ["received", "handed on"];
const exchange: readonly Moment[] = ["client message", "reply"];
const life: readonly Moment[] = ["opened", "responded", "resolved", "closed", "reopened", "attached", "due"];

/** The moments that records of a kind can have. */
export const momentsOf: Readonly<Record<RecordKind, readonly Moment[]>> = {
  incidents: [...life, ...exchange, "announced"],
  problems: [...life, "incident resolved", "cause found", "cause report delivered"],
  changes: [
    ...life,
    "requested",
    "approved",
    "planned",
    "planned end",
    "start",
    "implemented",
    "reviewed",
    "announced",
    "began",
    "ended",
  ],
  releases: [...life, "requested", "approved", "planned", "planned end", "start", "implemented", "reviewed"],
  requests: [...life, ...exchange, "requested", "approved", "fulfilled", "delivered"],
  outages: ["opened", "began", "ended", "announced", "resolved", "closed"],
  samples: ["opened"],
  calls: ["opened", "queued", "answered", "abandoned", "closed"],
  surveys: ["opened", "closed"],
  deliveries: ["opened", "due", "delivered", "approved", "closed"],
};
