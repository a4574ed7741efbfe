import type { Verdict } from "../../agreement/words.ts";

/** In the order in which a reader looks for them. */
export const verdicts: readonly Verdict[] = ["missed", "at minimum", "undetermined", "held", "not rated", "met"];

export const verdictMeanings: Readonly<Record<Verdict, string>> = {
  met: "At the expected level or better.",
  "at minimum": "Worse than expected, but not worse than the agreed minimum.",
  missed: "Worse than the minimum, or worse than expected where no minimum is agreed.",
  "not rated": "Nothing happened, or too little to judge fairly: no verdict, no money, and no chain is broken.",
  undetermined: "Part of what is needed is unknown, and it could decide the verdict.",
  held: "The verdict waits: the figure is disputed, or it has not been measured and nothing is agreed in its place.",
};
