import type { State } from "../plan/level.ts";

/** States that the words of a verdict mean: missed is below the minimum, or below the only mark. */
export const statesOf: Readonly<Record<"at minimum" | "missed", readonly State[]>> = {
  "at minimum": ["below expected"],
  missed: ["missed", "below minimum", "deemed failed"],
};
