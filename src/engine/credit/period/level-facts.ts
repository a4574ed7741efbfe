import { fraction } from "../../number/fraction.ts";
import type { Result } from "../../period/result.ts";
import type { CreditEntry } from "../entry.ts";
import type { LevelFacts } from "../facts.ts";
import { failing, plainLevel, type State } from "../plan/level.ts";
import { failuresBefore, failuresWithin } from "../run/past.ts";
import { awardFor } from "../stage/count-window.ts";
import { repeatStates } from "../written/factors-of.ts";
import { inCurrency } from "../written/written-plan.ts";
import { baseAmounts, isPartial } from "./base-amounts.ts";
import type { MonthInput } from "./facts-of.ts";
import { failureFacts } from "./failure-facts.ts";
import { stateOfVerdict } from "./state-of.ts";

/** What is known of one result of the month, judged, with what people stated about it and how often it failed before. */
export function levelFacts(input: MonthInput, result: Result, own: readonly CreditEntry[]): LevelFacts {
  const { plan, written } = input.inForce;
  const { level, group } = named(result);
  const rules = plan.levels[level] ?? plainLevel;
  const state = stateOfVerdict(written, result, rules);
  const about = own.filter((entry) => entry.level === level && (entry.group === null || entry.group === group));
  const { facts, words } = statedOf(about);
  const inWindow = windowOf(input, { level, group, state });
  return {
    level,
    group,
    state,
    bases: partialBases(input, [...(group === null ? result.level.services : [group])]),
    facts: {
      ...failureFacts(result, rules),
      ...weightOf(input, level),
      failures_in_window: fraction(inWindow),
      ...facts,
      ...enteredOf(input, about),
    },
    words: { severity: result.verdict, ...words },
    flags: own
      .filter((entry) => entry.level === null || about.includes(entry))
      .flatMap(({ said }) => (said.kind === "flag" ? [said.flag] : [])),
    event: eventOf(own, level),
    failuresBefore: rowBefore(input, { level, group, state }),
    inWindow,
  };
}

export const named = ({ level, group }: Result) => ({ level: `${level.agreement}/${level.id}`, group });

/** The services or components that failed, by which parts of charges are found. */
export function failingThings({ inForce }: MonthInput, { level, group }: Pick<LevelFacts, "level" | "group">) {
  if (group !== null) return [group];
  return inForce.levels.find((terms) => `${terms.agreement}/${terms.id}` === level)?.services ?? [];
}

interface Judged {
  readonly level: string;
  readonly group: string | null;
  readonly state: State;
}

/** Repeats count only failures of the verdict that the plan names, and only for such a failure. */
function rowBefore({ inForce, past }: MonthInput, { state, ...of }: Judged): number {
  const counted = repeatStates(inForce.written);
  return counted.includes(state) ? failuresBefore(past, of, counted) : 0;
}

/** Failures in the window of the award that the failure falls under, this one included. */
function windowOf({ inForce, past, month }: MonthInput, { state, ...of }: Judged): number {
  if (!failing.includes(state)) return 0;
  const months = awardFor(inForce.plan.awards, { ...of, state })?.counts?.months ?? 12;
  return failuresWithin(past, { ...of, month }, months) + 1;
}

/** The weight of a level as a fact, for awards that read it as a factor. */
function weightOf({ inForce, days }: MonthInput, level: string) {
  const begun = inForce.plan.weights.filter(({ name, from }) => name === level && from <= days.from);
  const share = begun.toSorted((a, b) => a.from - b.from).at(-1)?.share;
  return share ? { weight: share } : {};
}

function partialBases(input: MonthInput, things: readonly string[]): LevelFacts["bases"] {
  const { written } = input.inForce;
  const { bases } = written.document;
  if (!Object.values(bases).some(isPartial)) return {};
  const { contract, month, agreed, entries } = input;
  const amounts = baseAmounts({ written, contract, month, inForce: agreed, entries }, things);
  return Object.fromEntries(
    Object.entries(amounts).flatMap(([name, amount]) => {
      const base = bases[name];
      return base && isPartial(base) && amount ? [[name, amount]] : [];
    }),
  );
}

function statedOf(about: readonly CreditEntry[]): Pick<LevelFacts, "facts" | "words"> {
  const said = about.flatMap(({ said }) => (said.kind === "facts" ? [said] : []));
  return {
    facts: Object.assign({}, ...said.map((one) => one.facts)),
    words: Object.assign({}, ...said.map((one) => one.words)),
  };
}

function enteredOf({ inForce }: MonthInput, about: readonly CreditEntry[]): LevelFacts["facts"] {
  const said = about.findLast(({ said }) => said.kind === "amount")?.said;
  const amount = said?.kind === "amount" ? inCurrency(inForce.written, said.amount) : null;
  return amount ? { entered: amount } : {};
}

function eventOf(own: readonly CreditEntry[], level: string): string | null {
  const said = own.find(({ said }) => said.kind === "event" && said.levels.includes(level))?.said;
  return said?.kind === "event" ? said.event : null;
}
