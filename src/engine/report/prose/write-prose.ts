import type { Prose } from "../report.ts";
import { clockSentences, timesAllowed } from "./clock-prose.ts";
import { definitionOf } from "./definition.ts";
import { exclusionSentences } from "./exclusions.ts";
import { formulaOf } from "./formula.ts";
import { judgingSentences, roundingSentence } from "./judging.ts";
import { termsInForce } from "./terms.ts";
import type { ToWrite } from "./to-write.ts";

/**
 * The text of a service level, written from its terms alone: what a contract says, and every term in force.
 * `written` holds the names (snake_case) of the terms that the agreement writes; all others are its defaults.
 */
export function writeProse(of: ToWrite): Prose {
  const { level, contract } = of;
  return {
    definition: definitionOf(of),
    formula: formulaOf(level),
    clock: clockSentences(level, contract),
    times: timesAllowed(level, contract),
    exclusions: exclusionSentences(level, contract),
    judging: judgingSentences(level),
    rounding: roundingSentence(level),
    terms: termsInForce(of),
  };
}
