import type { Activity } from "../../activity.ts";
import { type MayChange, type PreparedText, prepareText } from "./prepare-text.ts";
import { isBasedOnLatest, saveText } from "./save-text.ts";
import { type NewText, newText, type TextChange, textChange } from "./text-shapes.ts";

const refusals: readonly string[] = [
  ...["no-such-contract", "contract-ended", "text-version-stale", "no-such-text", "no-such-file"],
  ...["stated-facts-in-text", "contract-has-errors", "nothing-changed", "other-parts-changed"],
  ...["agreement-ended", "signed-text-changed", "agreement-removed"],
];

/** What all activities that change the text of a contract have in common; they differ in what each may change. */
export const textActivity = (
  mayChange: MayChange,
): Pick<
  Activity<TextChange, NewText, PreparedText>,
  "method" | "input" | "output" | "about" | "refusals" | "rule" | "prepare" | "work"
> => ({
  method: "POST",
  input: textChange,
  output: newText,
  about: ({ contract }) => ({ contract, subject: contract }),
  refusals,
  rule: isBasedOnLatest,
  prepare: prepareText(mayChange),
  work: saveText,
});
