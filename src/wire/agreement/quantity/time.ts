import type { Term, WarningAt } from "../../../engine/agreement/document/written.ts";
import type { Allowed } from "../../../engine/agreement/quantity.ts";
import { duration } from "../../../engine/time/instant.ts";
import { got, type Read, refused, scalar } from "../read.ts";
import { plainDecimal, readShare } from "./number.ts";

/** `1h 30m`, `30s`, `43200m` in seconds; null where it is written otherwise. */
export function readSeconds(text: string): number | null {
  const match = /^(?:(\d{1,7})h)?(?: ?(\d{1,8})m)?(?: ?(\d{1,9})s)?$/.exec(text);
  if (!match || text === "" || text.startsWith(" ")) return null;
  return Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
}

/** A time allowed: `1h 30m`, `2 business days`, `90 days`. */
export function readAllowed(text: string): Read<Allowed> {
  const seconds = readSeconds(text);
  if (seconds !== null) return got({ kind: "time", seconds: duration(seconds) });
  const days = /^(\d{1,5}) (business days?|days?)$/.exec(text);
  if (days) return got({ kind: days[2]?.startsWith("b") ? "business days" : "days", count: Number(days[1]) });
  return timeRefused(text);
}

/** A time allowed, or `none`, which is null. */
function readAllowedOrNone(text: string): Read<Allowed | null> {
  return text === "none" ? got(null) : readAllowed(text);
}

/** A stretch of contract time: also `6 months`, `2 years`, `3 weeks`. */
export function readTerm(text: string): Read<Term> {
  const match = /^(\d{1,4}) (weeks?|months?|years?)$/.exec(text);
  if (!match) return readAllowed(text);
  const many = Number(match[1]);
  if (match[2]?.startsWith("w")) return got({ kind: "days", count: many * 7 });
  return got({ kind: "months", count: match[2]?.startsWith("y") ? many * 12 : many });
}

/** `75%` of the time used, or `1h before`. */
export function readWarningAt(text: string): Read<WarningAt> {
  const before = / before$/.exec(text);
  if (!before) {
    const read = readShare(text);
    return "value" in read ? got({ kind: "share used", share: read.value }) : read;
  }
  const read = readAllowed(text.slice(0, before.index));
  return "value" in read ? got({ kind: "before", allowed: read.value }) : read;
}

function timeRefused(text: string): { readonly refusal: ReturnType<typeof refused>["refusal"] } {
  if (plainDecimal(text) !== null)
    return refused(
      "unit-missing",
      `'${text}' has no unit.`,
      `Write '${text}h', '${text}m' or '${text} business days'.`,
    );
  if (/^\d+\.\d+ ?[hms]$/.test(text))
    return refused("time-unreadable", `'${text}' holds a decimal.`, "Write whole hours, minutes and seconds: 1h 30m.");
  return refused("time-unreadable", `'${text}' is not a time.`, "Write 1h 30m, 30s, 2 business days or 90 days.");
}

export const allowed = scalar(readAllowed, "A time: 1h 30m, 30s, 2 business days, 90 days");
export const allowedOrNone = scalar(readAllowedOrNone, "none, or a time: 1h 30m, 2 business days");
export const term = scalar(readTerm, "A stretch of contract time: 90 days, 6 months");
export const warningAt = scalar(readWarningAt, "75% of the time used, or 1h before");
