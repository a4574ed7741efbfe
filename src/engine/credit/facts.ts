import type { Fraction } from "../number/fraction.ts";
import type { Day } from "../time/civil.ts";
import type { FactName } from "./plan/fact-name.ts";
import type { State } from "./plan/level.ts";

/** What is known of one period when its credits are worked out. */
export interface CreditFacts {
  /** The first day of the period, and how many days it has. */
  readonly start: Day;
  readonly days: number;
  /** Amounts by the name of the base; null while not known. */
  readonly bases: Readonly<Record<string, Fraction | null>>;
  /** Days of the period a base was in force, where not all. */
  readonly activeDays: Readonly<Record<string, Fraction>>;
  readonly results: readonly LevelFacts[];
  /** Scores of indicators, null where one did not apply. */
  readonly scores: Readonly<Record<string, Fraction | null>>;
  /** Credits before this period, of the spans it lies in, and credits carried into it. */
  readonly credited: Readonly<Record<"quarter" | "year" | "contract year", Fraction>>;
  readonly carriedIn: Fraction;
  /** What the supplier has in the bank to set against credits. */
  readonly bank: Fraction;
  readonly flags: readonly string[];
  readonly claimed: boolean;
  /** The level a client chose for an event. */
  readonly choices: Readonly<Record<string, string>>;
}

/** One result of a level: a level may fail several times in a period. */
export interface LevelFacts {
  readonly level: string;
  /** Service, component, site or priority, where the level is judged for each. */
  readonly group: string | null;
  /** Bases that are others for this failure: the charge of what failed. */
  readonly bases: Readonly<Record<string, Fraction>>;
  /** A state that is already judged, or the reason there is nothing to judge; null: judged by the level's marks. */
  readonly state: State | "no events" | "not measured" | "not reported" | "disputed" | null;
  readonly facts: Readonly<Partial<Record<FactName, Fraction>>>;
  readonly words: Readonly<Partial<Record<FactName, string>>>;
  readonly flags: readonly string[];
  readonly event: string | null;
  /** Failures of this level in a row right before this period; periods without events do not break the row. */
  readonly failuresBefore: number;
  /** Which outage of one result this is, from 1, where each is paid for; absent: the result as a whole. */
  readonly outage?: number;
  /** Failures within the window of counting, this one included. */
  readonly inWindow: number;
}

/** Facts of a period with nothing in it, to which parts are added. */
export function emptyFacts(parts: Partial<CreditFacts> = {}): CreditFacts {
  const nothing = { n: 0n, d: 1n };
  return {
    start: 0 as Day,
    days: 30,
    bases: {},
    activeDays: {},
    results: [],
    scores: {},
    credited: { quarter: nothing, year: nothing, "contract year": nothing },
    carriedIn: nothing,
    bank: nothing,
    flags: [],
    claimed: true,
    choices: {},
    ...parts,
  };
}

/** A plain miss of a level. */
export const missOf = (level: string, parts: Partial<LevelFacts> = {}): LevelFacts => ({
  level,
  group: null,
  bases: {},
  state: "missed",
  facts: {},
  words: {},
  flags: [],
  event: null,
  failuresBefore: 0,
  inWindow: 1,
  ...parts,
});
