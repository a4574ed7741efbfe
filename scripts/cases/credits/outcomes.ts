import { meaningOf } from "./meaning.ts";

/** What a month was, by the words that cases have for it. */
export const outcomeOf = (found: string): "met" | "missed" | "no events" =>
  meaningOf(found, [
    [/^(?:no[_ ]events?|no[_ ]data|not[_ ]applicable|n\/?a|none)$/, "no events"],
    [/^(?:met|ok|pass|passed|achieved)$/, "met"],
    [/^(?:miss|missed|fail|failed|failure|breach)$/, "missed"],
  ] as const);
