import type { Value } from "./sheet.ts";

export const [momentFormat, durationFormat] = ["yyyy-mm-dd hh:mm:ss", "[h]:mm:ss"] as const;
const daySeconds = 86_400;

/** `2026-03-30T12:56:43+01:00` as the date and the time of the clock on the wall, which sorts and subtracts. */
export function moment(iso: string | null): Value {
  const [, wall] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)/.exec(iso ?? "") ?? [];
  return wall === undefined ? iso : { value: daysOf(Date.parse(`${wall}Z`) / 1000), format: momentFormat };
}

/** Seconds since 1970 as a date and a time in UTC. */
export const instant = (seconds: number): Value => ({ value: daysOf(seconds), format: momentFormat });

/** Days since the day from which workbooks count. */
const daysOf = (seconds: number): number => seconds / daySeconds + 25_569;

/** `+0:43:55` as a length of time that can be summed; other texts stay texts. */
export function duration(text: string | null): Value {
  const seconds = secondsOf(text);
  return seconds === null ? text : lasting(seconds);
}

export const lasting = (seconds: number): Value => ({ value: seconds / daySeconds, format: durationFormat });

/** A length of time that a formula makes of others. */
export const lastingBy = (formula: string, seconds: number): Value => ({
  formula,
  value: seconds / daySeconds,
  format: durationFormat,
});

/** The seconds of `17:17:51` or `+0:43:55.25`; null for other texts. */
export function secondsOf(text: string | null): number | null {
  const [, hours, minutes, seconds] = /^\+?(\d+):(\d\d):(\d\d(?:\.\d+)?)$/.exec(text ?? "") ?? [];
  return seconds === undefined ? null : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
