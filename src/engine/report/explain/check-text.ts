import type { Derivation, Exact } from "./derivation.ts";
import { by, less, numberIn, type Own, order, own } from "./own-number.ts";

/** Reads the text of a node back: it must say the value, to half a unit of its last place. Null where it does. */
export function checkText({ value, text }: Derivation): string | null {
  switch (value.kind) {
    case "nothing":
      return /\d/.test(text) ? "a text without a figure" : null;
    case "words":
      return text === value.words ? null : text;
    case "instant":
      return instantText(value, text);
    case "number":
      return numberText(value, text);
  }
}

type Number = Extract<Exact, { kind: "number" }>;

function numberText(value: Number, text: string): string | null {
  const says = numberIn(value);
  const read = readText(value.unit, text);
  if (says === null || read === null) return `a number written as ${text}`;
  const away = less(says, read.size);
  const distance = own(away.top < 0n ? -away.top : away.top, away.bottom);
  return order(by(distance, own(2)), read.place) <= 0 ? null : text;
}

interface ReadText {
  readonly size: Own;
  /** One unit of the last place. */
  readonly place: Own;
}

function readText(unit: Number["unit"], text: string): ReadText | null {
  const plain = text.replaceAll(" ", "").replace("−", "-");
  if (unit === "share") {
    const percent = plain.endsWith("%") ? readDecimal(plain.slice(0, -1)) : null;
    const hundredth = own(1, 100);
    return percent && { size: by(percent.size, hundredth), place: by(percent.place, hundredth) };
  }
  return unit === "time" ? readTime(text) : readDecimal(plain.replace(/[A-Z]{3}$/, ""));
}

function readDecimal(text: string): ReadText | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return null;
  const decimals = match[3] ?? "";
  const scale = 10n ** BigInt(decimals.length);
  const digits = BigInt(`${match[2]}${decimals}`);
  return { size: own(match[1] === "-" ? -digits : digits, scale), place: own(1, scale) };
}

/** `8:55:24`, `0:00:01.5`, or an agreed time such as `2 h 30 min`. */
function readTime(text: string): ReadText | null {
  const clock = /^(-?)([\d ]+):(\d\d):(\d\d(?:\.\d+)?)$/.exec(text);
  if (clock) {
    const second = readDecimal(clock[4] as string);
    const whole = BigInt((clock[2] as string).replaceAll(" ", "")) * 3600n + BigInt(clock[3] as string) * 60n;
    if (!second) return null;
    const size = own(whole * second.size.bottom + second.size.top, second.size.bottom);
    return { size: clock[1] === "-" ? own(-size.top, size.bottom) : size, place: second.place };
  }
  const parts = [...text.matchAll(/([\d ]*\d(?:\.\d+)?) (h|min|s)\b/g)];
  const units = { h: 3600n, min: 60n, s: 1n } as const;
  const sizes = parts.map(([, many = "0", unit]) => {
    const read = readDecimal(many.replaceAll(" ", ""));
    return read ? own(read.size.top * units[unit as keyof typeof units], read.size.bottom) : own(0);
  });
  if (sizes.length === 0) return null;
  const size = sizes.reduce((a, b) => own(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom));
  return { size, place: own(1, 1_000_000) };
}

const months = "JanFebMarAprMayJunJulAugSepOctNovDec";
const weekdays = "ThuFriSatSunMonTueWed";

/** `Mon 30 Mar 2026 12:56:43` with the offset of the value is its instant, and the weekday is right. */
function instantText({ at, offset }: Extract<Exact, { kind: "instant" }>, text: string): string | null {
  const match = /^(\w{3}) (\d{1,2}) (\w{3}) (-?\d+) (\d\d):(\d\d):(\d\d)$/.exec(text);
  if (!match) return `an instant written as ${text}`;
  const [, weekday = "", day, month = "", year, hour, minute, second] = match;
  const days = daysTo(Number(year), months.indexOf(month) / 3 + 1) + Number(day) - 1;
  const local = days * 86_400 + Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  const rightDay = weekdays.slice((((days % 7) + 7) % 7) * 3).startsWith(weekday);
  return local - offset === at && rightDay ? null : text;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days from 1 January 1970 to the first of a month, by adding up years and months. */
function daysTo(year: number, month: number): number {
  const before = (until: number): number =>
    until * 365 + Math.floor((until + 3) / 4) - Math.floor((until + 99) / 100) + Math.floor((until + 399) / 400);
  const leapDay = month > 2 && isLeap(year) ? 1 : 0;
  return before(year) - before(1970) + monthLengths.slice(0, month - 1).reduce((sum, each) => sum + each, 0) + leapDay;
}
