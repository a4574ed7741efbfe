import type { LevelTerms, Target } from "../../agreement/terms.ts";
import { markText, quantityText, showingOf } from "../words/figure.ts";

/** `at least 92.00 %`; null where only reporting is agreed. */
export const expectedText = (level: LevelTerms, target: Target): string | null =>
  target.expected === null ? null : markText(target.expected, showingOf(level.rules, []));

/** `at least 85.00 %`; null where no minimum is agreed. */
export const minimumText = (level: LevelTerms, target: Target): string | null =>
  target.minimum === null ? null : markText(target.minimum, showingOf(level.rules, []));

/** ` The minimum is 85.00 %.`, or what it means that there is none. */
export function minimumSentence(level: LevelTerms, target: Target): string {
  if (target.expected === null) return "";
  if (target.minimum === null) return " No minimum is agreed: anything worse than expected is missed.";
  const { direction, quantity } = target.minimum;
  const size = quantityText(quantity, showingOf(level.rules, []));
  const usual = direction === target.expected.direction;
  return ` The minimum is ${usual ? size : `${direction} ${size}`}: below it, the service level is missed.`.replace(
    "below it",
    direction === "at most" || direction === "less than" ? "above it" : "below it",
  );
}
