import type { Mark, Quantity } from "../../../engine/agreement/quantity.ts";
import { fraction } from "../../../engine/number/fraction.ts";
import { got, type Read, refused, scalar } from "../read.ts";
import { plainDecimal, readShare } from "./number.ts";
import { readSeconds } from "./time.ts";

export const directions: readonly Mark["direction"][] = ["at least", "at most", "less than", "more than"];

/** `at least 95%`, `at most 80%`, `less than 10s`, `more than 3`. */
export function readMark(text: string): Read<Mark> {
  const direction = directions.find((words) => text.startsWith(`${words} `));
  if (direction === undefined) return directionMissing(text);
  const rest = text.slice(direction.length + 1).trim();
  const quantity = readQuantity(rest);
  if (quantity !== null) return got({ direction, quantity });
  return refused("mark-unreadable", `'${rest}' is not a quantity.`, `Write for example '${direction} 95%'.`);
}

/** A bare expected or minimum must say its unit: only scores and averages of values are bare, with direction. */
function directionMissing(text: string): ReturnType<typeof refused> {
  if (plainDecimal(text) !== null)
    return refused("unit-missing", `'${text}' has no unit.`, `Write 'at least ${text}%'.`);
  if (readQuantity(text) !== null)
    return refused(
      "direction-missing",
      `'${text}' has no direction.`,
      `Write 'at least ${text}' or 'at most ${text}'.`,
    );
  return refused("mark-unreadable", `'${text}' is not a mark.`, "Write for example 'at least 95%' or 'at most 4h'.");
}

/** `95%`, `3`, `1h 30m`; null where it is none of them. */
export function readQuantity(text: string): Quantity | null {
  const share = readShare(text);
  if ("value" in share) return { unit: "share", value: share.value };
  const bare = plainDecimal(text);
  if (bare !== null) return { unit: "number", value: bare };
  const seconds = readSeconds(text);
  return seconds === null ? null : { unit: "time", value: fraction(seconds) };
}

export const mark = scalar(readMark, "A mark with its direction: at least 95%, at most 4h");
