import type { LevelTerms } from "../../agreement/terms.ts";
import { momentWords } from "../words/agreement-words.ts";

/** What an average, a percentile or a sum is taken of: a field, or the time of the clock. */
export function valueText(level: LevelTerms): string {
  if (level.value !== null) return `the ${level.value.replaceAll("_", " ")}`;
  if (level.clock === null) return "the value";
  return `the service time from being ${momentWords[level.clock.starts].done} to being ${momentWords[level.clock.stops].done}`;
}
