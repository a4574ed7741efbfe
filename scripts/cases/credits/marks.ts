import type { Fraction } from "../../../src/engine/number/fraction.ts";
import { exact } from "../numbers.ts";
import type { Input } from "./read.ts";
import { logOf } from "./watched.ts";

interface Mark {
  readonly is: string;
  /** Where credits.md says so. */
  readonly source: string;
}

/** Marks of contracts that a case may leave unsaid, under the scheme that they belong to. */
const marks = {
  "S04 fewer events than": { is: "40", source: "section 5, low volume [NI]" },
  "S04 late ones allowed": { is: "2", source: "section 5, low volume [NI]" },
  "S04 target in percent": { is: "95", source: "section 5, low volume [NI]" },
  "S05 months of notice": { is: "3", source: "section 4, S05 [CPI]" },
  "S05 changes in a contract year": { is: "1", source: "section 4, S05 [CPI]" },
  "S09 decimals of a figure": { is: "2", source: "section 6, rounding [CITYSTD][AVU]" },
  "S10 days of a short outage": { is: "1", source: "section 4, S10 [TAG]: from 1 hour to 4" },
  "S10 days of a longer outage": { is: "2", source: "section 4, S10 [TAG]: to 48 hours" },
  "S10 days of a long outage": { is: "5", source: "section 4, S10 [TAG]: to 96 hours, and each further 96" },
  "S11 percent for a point": { is: "1", source: "section 4, S11: 1:1 [CCS2][UP31][PSL]" },
  "S11 target in percent": { is: "100", source: "section 4, S11: what is lost, 1:1 [UP31]" },
  "S12 hours in a month": { is: "720", source: "section 4, S12 [SLACC]" },
  "S12 days in a month": { is: "30", source: "section 8, s12-day-per-hour [ABA]" },
  "S15 factor of daily damages": { is: "0.3", source: "section 10, 7, and S17 [EU]" },
  "S15 days of the delivery": { is: "60", source: "section 10, 7: two regimes, 30 times apart [EU]" },
  "S16 in time, no credit from": { is: "90", source: "section 8, s16-per-item [ORANGE]" },
  "S16 in time, first rate from": { is: "80", source: "section 8, s16-per-item [ORANGE]" },
  "S16 first rate in percent": { is: "20", source: "section 8, s16-per-item [ORANGE]" },
  "S16 second rate in percent": { is: "40", source: "section 8, s16-per-item [ORANGE]" },
  "S17 factor of daily damages": { is: "0.3", source: "section 4, S17 [EU]" },
  "S18 factor while still used": { is: "0.5", source: "section 8, s18-unavailability [UD]" },
  "S18 failures for the first factor": { is: "5", source: "section 5, repeat: after more than 4 [UD]" },
  "S18 first factor": { is: "1.5", source: "section 5, repeat [UD]" },
  "S18 failures for the second factor": { is: "9", source: "section 5, repeat: after more than 8 [UD]" },
  "S18 second factor": { is: "2", source: "section 5, repeat [UD]" },
  "S18 decimals of the rate shown": { is: "1", source: "section 10, 5: shown as 2.0 [AREA]" },
  "S20 misses for a default": { is: "4", source: "section 4, S20 [DIRM]" },
  "S20 months of the window": { is: "12", source: "section 4, S20 [DIRM]" },
  "S22 percent of the charges": { is: "100", source: "section 8, s22-critical-compensation [CCS4]" },
  "S24 quiet months of the bank": { is: "3", source: "section 5, earn-back (c) [EB]" },
  "S24 months with figures": { is: "6", source: "section 8c, minimum_periods" },
  "S25 step of a bonus": { is: "0.1", source: "section 8c, bonus: step (gk)" },
  "T01 periods in a row": { is: "3", source: "section 9 [TMPL]" },
  "T01 periods in the window": { is: "5", source: "section 9 [TMPL]" },
  "T01 months of the window": { is: "12", source: "section 9 [TMPL]" },
  "T01 outages": { is: "3", source: "section 9 [EXC]" },
  "T01 hours of outage": { is: "12", source: "section 9 [EXC]" },
  "T01 days of outages": { is: "30", source: "section 9 [EXC]" },
  "T01 hours in three months": { is: "24", source: "section 9 [CCS4]" },
  "T01 hours in twelve months": { is: "48", source: "section 9 [CCS4]" },
  "T01 average in percent": { is: "97", source: "section 9 [ESP]" },
  "T01 days for the notice": { is: "60", source: "section 9 [ESP]" },
  "T01 percent of the expense": { is: "10", source: "section 8e, heavy_month [SABRE]" },
} as const satisfies Readonly<Record<string, Mark>>;

export type MarkName = keyof typeof marks;

/** A mark that a case leaves unsaid; the case's account names it. */
export function mark(input: Input, name: MarkName): Fraction {
  logOf(input)?.marks.add(name);
  return exact(marks[name].is);
}

export const markCount = (input: Input, name: MarkName): number => Number(mark(input, name).n);
