import type { StampRule } from "../../wire/mapping/stamps.ts";
import type { Plan } from "../plan.ts";

/** No stamp: the cell says nothing. */
export const noStamp = -2_147_483_648;
/** A stamp that only the ordinary way can judge. */
export const oddStamp = -2_147_483_647;

/** Reads a stamp from the bytes of a cell to epoch seconds, or `noStamp`, or `oddStamp`. */
export type ByteStamps = (bytes: Uint8Array, from: number, until: number) => number;

/**
 * Stamps written as `2026-03-31 10:15:00` are put together from their digits: the seconds of the day are added to the
 * start of a day that has no clock change. All others are read as text, and what is odd of them is left to the
 * ordinary way.
 */
export function byteStamps(plan: Pick<Plan, "stamp" | "missing" | "mapping">, decoder: TextDecoder): ByteStamps {
  const days = new Map<number, number>();
  const isQuick = isForDigits(plan.mapping.stamps, plan.missing);
  return (bytes, from, until) => {
    if (from === until) return noStamp;
    const seconds = isQuick && until - from === 19 ? fromDigits(bytes, from) : oddStamp;
    return seconds === oddStamp ? asText(bytes, from, until) : seconds;
  };

  function fromDigits(bytes: Uint8Array, from: number): number {
    const between = bytes[from + 10];
    if (bytes[from + 4] !== dash || bytes[from + 7] !== dash || (between !== space && between !== letterT))
      return oddStamp;
    if (bytes[from + 13] !== colon || bytes[from + 16] !== colon) return oddStamp;
    const [hours, minutes, seconds] = [two(bytes, from + 11), two(bytes, from + 14), two(bytes, from + 17)];
    const month = two(bytes, from + 5);
    const day = (two(bytes, from) * 100 + two(bytes, from + 2)) * 10_000 + month * 100 + two(bytes, from + 8);
    if (!(hours < 24 && minutes < 60 && seconds < 60 && day >= 0)) return oddStamp;
    let start = days.get(day);
    if (start === undefined) {
      start = startOf(String(day).padStart(8, "0"));
      days.set(day, start);
    }
    return start === oddStamp ? oddStamp : start + hours * 3600 + minutes * 60 + seconds;
  }

  function startOf(day: string): number {
    const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
    const [first, last] = [plan.stamp(`${date} 00:00:00`), plan.stamp(`${date} 23:59:59`)];
    if (first.odd !== null || last.odd !== null || last.at - first.at !== 86_399) return oddStamp;
    return isNear(first.at) ? first.at : oddStamp;
  }

  function asText(bytes: Uint8Array, from: number, until: number): number {
    const text = decoder.decode(bytes.subarray(from, until)).trim();
    if (plan.missing.has(text)) return noStamp;
    const { at, odd } = plan.stamp(text);
    return odd === null && isNear(at) ? at : oddStamp;
  }
}

/** Within the years that 32 bits hold, a day to spare. */
const isNear = (seconds: number): boolean => Math.abs(seconds) < 2_147_000_000;

const [dash, colon, space, letterT] = [45, 58, 32, 84];

/** Two digits as a number; not a number where one of them is no digit. */
function two(bytes: Uint8Array, at: number): number {
  const [tens, ones] = [(bytes[at] as number) - 48, (bytes[at + 1] as number) - 48];
  return tens >= 0 && tens < 10 && ones >= 0 && ones < 10 ? tens * 10 + ones : Number.NaN;
}

/** False where a rule reads such a stamp otherwise, or takes one for nothing. */
const isForDigits = ({ order, time }: StampRule, missing: ReadonlySet<string>): boolean =>
  order !== "with offset" &&
  !order.startsWith("epoch") &&
  time !== "12 hours" &&
  ![...missing].some((mark) => mark.length >= 16);
