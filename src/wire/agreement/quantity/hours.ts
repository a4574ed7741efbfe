import { z } from "zod";
import type { Hours } from "../../../engine/agreement/hours.ts";
import { got, type Read, refused, scalar } from "../read.ts";

/** `08:30-12:30`, the end excluded; 24:00 allowed; an end before the start runs past midnight. */
export function readHours(text: string): Read<Hours> {
  const match = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/.exec(text);
  if (!match) return refused("hours-unreadable", `'${text}' is not a stretch of hours.`, "Write it as 08:30-12:30.");
  const from = secondOf(match[1], match[2]);
  const to = secondOf(match[3], match[4]);
  if (from === null || to === null || from === 86_400)
    return refused("hours-unreadable", `'${text}' names no time of a day.`, "Hours run from 00:00 to 24:00.");
  if (from === to) return refused("empty-hours", `'${text}' is no time at all.`, "For a whole day write 00:00-24:00.");
  return got({ from, to });
}

function secondOf(hours: string | undefined, minutes: string | undefined): number | null {
  const [h, m] = [Number(hours), Number(minutes)];
  return m < 60 && (h < 24 || (h === 24 && m === 0)) ? h * 3600 + m * 60 : null;
}

/** Hours or `none`, for a special day. */
function readOpen(text: string): Read<readonly Hours[]> {
  if (text === "none") return got([]);
  const read = readHours(text);
  return "value" in read ? got([read.value]) : read;
}

export const hours = scalar(readHours, "Hours: 08:30-12:30, the end excluded");
const oneStretch = scalar((text): Read<readonly Hours[]> => {
  const read = readHours(text);
  return "value" in read ? got([read.value]) : read;
}, "Hours: 08:30-12:30, the end excluded");
const manyStretches = z.array(hours).readonly();

/** Hours or a list of them. */
export const hoursOfDay = z.union([oneStretch, manyStretches]);
/** `none`, hours or a list of them. */
export const openOfDay = z.union([scalar(readOpen, "none, or hours: 08:30-12:30"), manyStretches]);
