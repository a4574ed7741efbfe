import type { Allowed } from "../../agreement/quantity.ts";
import { counted, group } from "./list.ts";

/** Seconds as `8:55:24`; hours are not carried into days, a minus stands in front. */
export function clockTime(seconds: number): string {
  const size = Math.abs(Math.trunc(seconds));
  const two = (value: number): string => String(value).padStart(2, "0");
  const text = `${group(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}:${two(size % 60)}`;
  return seconds < 0 ? `-${text}` : text;
}

/** Seconds as `2 h 30 min`, `30 s`, `0 s`; parts that are nothing are left out. */
export function lengthOfTime(seconds: number): string {
  const size = Math.abs(Math.trunc(seconds));
  const parts = [
    [Math.floor(size / 3600), "h"],
    [Math.floor(size / 60) % 60, "min"],
    [size % 60, "s"],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => `${group(count)} ${unit}`);
  return `${seconds < 0 ? "minus " : ""}${said.length > 0 ? said.join(" ") : "0 s"}`;
}

/** A time allowed: `8 h`, `3 business days`, `90 days`. */
export function allowedTime(allowed: Allowed): string {
  switch (allowed.kind) {
    case "time":
      return lengthOfTime(allowed.seconds);
    case "business days":
      return counted(allowed.count, "business day");
    case "days":
      return counted(allowed.count, "day");
  }
}
