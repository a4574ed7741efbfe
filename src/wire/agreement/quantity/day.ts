import type { PointInTime } from "../../../engine/agreement/document/written.ts";
import { type Day, daysInMonth, readDay, secondsOfDay } from "../../../engine/time/civil.ts";
import { instant } from "../../../engine/time/instant.ts";
import { got, type Read, refused, scalar } from "../read.ts";

/** `2026-10-01` */
export function readDate(text: string): Read<Day> {
  const day = readDay(text);
  if (day !== null) return got(day);
  return noSuchDate(text) ?? refused("date-unreadable", `'${text}' is not a date.`, "Write it as 2026-10-01.");
}

/** The refusal for a date that is well written but does not exist; null where it is not written as a date. */
export function noSuchDate(text: string): ReturnType<typeof refused> | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match || readDay(text) !== null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const name = monthNames[month - 1];
  if (name === undefined) return refused("no-such-date", `There is no month ${match[2]}.`, "Months are 01 to 12.");
  const way_out =
    month === 2 && day === 29
      ? "For a leap day write 'every 02-29'."
      : `That month has ${daysInMonth(year, month)} days.`;
  return refused("no-such-date", `${year} has no ${day} ${name}.`, way_out);
}

/**
 * `2026-10-01`, a wall time `2026-10-01 08:30`, or an instant with its offset `2026-10-01T08:30:00+01:00`.
 * Seconds may be left out.
 */
export function readPoint(text: string): Read<PointInTime> {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})?)?$/.exec(text);
  if (!match)
    return refused(
      "time-unreadable",
      `'${text}' is not a point in time.`,
      "Write 2026-10-01, 2026-10-01 08:30 or 2026-10-01T08:30Z.",
    );
  const day = readDate(match[1] ?? "");
  if (!("value" in day)) return day;
  if (match[2] === undefined) return got({ kind: "date", day: day.value });
  const second = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
  if (second > secondsOfDay || Number(match[3]) > 59 || Number(match[4] ?? 0) > 59)
    return refused("time-unreadable", `'${text}' names no time of a day.`, "Hours run from 00:00 to 24:00.");
  if (match[5] === undefined) return got({ kind: "wall", day: day.value, second });
  return got({ kind: "instant", at: instant(day.value * secondsOfDay + second - offsetSeconds(match[5])) });
}

const monthNames = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

function offsetSeconds(text: string): number {
  if (text === "Z") return 0;
  const seconds = Number(text.slice(1, 3)) * 3600 + Number(text.slice(4, 6)) * 60;
  return text.startsWith("-") ? -seconds : seconds;
}

export const date = scalar(readDate, "A date: 2026-10-01");
export const point = scalar(readPoint, "A date, a local time 2026-10-01 08:30, or an instant 2026-10-01T08:30Z");
