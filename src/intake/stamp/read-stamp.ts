import { dayOf, daysInMonth, secondsOfDay, type Wall } from "../../engine/time/civil.ts";
import type { StampRule } from "../../wire/mapping/stamps.ts";

/** A stamp as it is written: a wall time, an instant that carries its own offset, or why it is neither. */
export type Stamp =
  | { readonly kind: "wall"; readonly wall: Wall }
  | { readonly kind: "instant"; readonly seconds: number }
  | { readonly kind: "wrong"; readonly code: "no-such-date" | "no-such-time" | "not-a-stamp" };

const datePart = /^(\d{1,4})[/.\- ](\d{1,2}|[A-Za-z]{3,9})[/.\- ](\d{1,4})/;
const timePart =
  /^(?:(?:,?[ T]+|T|,)(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?\s*([AaPp]\.?[Mm]\.?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/;

/** No stamp has more characters; a longer text is not looked into. */
const longest = 64;

/** Reads a stamp by the rule of the mapping; fractions of a second are floored. */
export function readStamp(text: string, rule: StampRule): Stamp {
  if (text.length > longest) return wrong("not-a-stamp");
  if (rule.order === "epoch seconds") return epoch(text, 1);
  if (rule.order === "epoch milliseconds") return epoch(text, 1000);
  if (rule.order === "excel serial" && /^\d+(\.\d+)?$/.test(text)) return serial(Number(text));
  const date = datePart.exec(text);
  if (!date) return compact(text);
  const time = timePart.exec(text.slice(date[0].length));
  if (!time) return wrong("not-a-stamp");
  const day = dayFrom([date[1] ?? "", date[2] ?? "", date[3] ?? ""], rule);
  if (typeof day === "string") return wrong(day);
  const second = secondFrom(time, rule);
  if (second === null) return wrong("no-such-time");
  const wall: Wall = { day: day as Wall["day"], second };
  const offset = time[5];
  return offset === undefined ? { kind: "wall", wall } : instantWith(wall, offset);
}

const wrong = (code: "no-such-date" | "no-such-time" | "not-a-stamp"): Stamp => ({ kind: "wrong", code });

/** `20260331T101500Z` and `20260331`, as calendars and some tools write them. */
function compact(text: string): Stamp {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(Z)?$/.exec(text);
  if (!match) return wrong("not-a-stamp");
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (!exists(year, month, date)) return wrong("no-such-date");
  const [hours, minutes, seconds] = [Number(match[4] ?? 0), Number(match[5] ?? 0), Number(match[6] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) return wrong("no-such-time");
  const wall = { day: dayOf(year, month, date), second: hours * 3600 + minutes * 60 + seconds };
  return match[7] ? instantWith(wall, "Z") : { kind: "wall", wall };
}

function dayFrom(parts: readonly [string, string, string], rule: StampRule): number | "no-such-date" | "not-a-stamp" {
  const yearFirst = parts[0].length === 4;
  const [y, m, d] = yearFirst
    ? parts
    : rule.order === "month day year"
      ? [parts[2], parts[0], parts[1]]
      : rule.order === "year month day"
        ? parts
        : [parts[2], parts[1], parts[0]];
  const month = monthFrom(m);
  const year = y.length === 2 ? 2000 + Number(y) : Number(y);
  const date = Number(d);
  if (month === null || Number.isNaN(year) || Number.isNaN(date) || y.length === 3 || d.length > 2)
    return "not-a-stamp";
  return exists(year, month, date) ? dayOf(year, month, date) : "no-such-date";
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function monthFrom(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const index = months.indexOf(text.slice(0, 3).toLowerCase());
  return index < 0 ? null : index + 1;
}

const exists = (year: number, month: number, date: number): boolean =>
  year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);

/** Seconds of the day; 24:00:00 is the end of it. Null where no clock shows such a time. */
function secondFrom(time: RegExpExecArray, rule: StampRule): number | null {
  if (time[1] === undefined) return 0;
  const [hours, minutes, seconds] = [Number(time[1]), Number(time[2]), Number(time[3] ?? 0)];
  if (minutes > 59 || seconds > 59) return null;
  const half = time[4]?.[0]?.toLowerCase();
  if (half === undefined) {
    if (rule.time === "12 hours") return null;
    const second = hours * 3600 + minutes * 60 + seconds;
    return second <= secondsOfDay ? second : null;
  }
  if (hours < 1 || hours > 12) return null;
  return ((hours % 12) + (half === "p" ? 12 : 0)) * 3600 + minutes * 60 + seconds;
}

function instantWith(wall: Wall, offset: string): Stamp {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset);
  const ahead = match ? (Number(match[2]) * 3600 + Number(match[3] ?? 0) * 60) * (match[1] === "-" ? -1 : 1) : 0;
  return { kind: "instant", seconds: wall.day * secondsOfDay + wall.second - ahead };
}

function epoch(text: string, units: number): Stamp {
  const match = /^-?\d{1,15}(?=$|\.\d+$)/.exec(text);
  return match ? { kind: "instant", seconds: Math.floor(Number(match[0]) / units) } : wrong("not-a-stamp");
}

/** Days since 1899-12-30, as spreadsheets count; the day 1900-02-29 of their calendar is skipped. */
function serial(days: number): Stamp {
  if (days < 1 || days > 2_958_466) return wrong("no-such-date");
  const whole = Math.floor(days);
  const second = Math.round((days - whole) * secondsOfDay);
  const day = dayOf(1899, 12, 30) + whole + (whole < 60 ? 1 : 0) + Math.floor(second / secondsOfDay);
  return { kind: "wall", wall: { day: day as Wall["day"], second: second % secondsOfDay } };
}
