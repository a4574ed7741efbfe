import type { Rules } from "../../agreement/rules.ts";
import type { ContractTerms, LevelTerms } from "../../agreement/terms.ts";
import type { Calendars } from "../../calendar/calendar.ts";
import type { FactsByKind } from "../../measure/input.ts";
import { utc, type Zone } from "../../time/zone.ts";
import { capital } from "../words/list.ts";
import type { Place } from "../words/place.ts";
import { type RuleWords, ruleWords } from "../words/rule-words.ts";
import type { Derivation, DerivedTerm } from "./derivation.ts";
import { node, words } from "./nodes.ts";

/** What an explanation is made from beside the figure itself. */
export interface ExplainContext {
  readonly contract: ContractTerms;
  readonly calendars: Calendars;
  readonly zones: ReadonlyMap<string, Zone>;
  /** Records with their histories; a record that is not here is explained without its events. */
  readonly facts: FactsByKind;
  /** Names (snake_case) of the terms written for a level by `agreement/level`; absent: all are defaults. */
  readonly written: Readonly<Record<string, ReadonlySet<string>>>;
  /** Records listed in each group; counts and sums always cover all. */
  readonly show: "all" | number;
}

/** The context of one service level. */
export interface Setting extends ExplainContext {
  readonly level: LevelTerms;
}

/** The zone in which instants of a level are written: that of a calendar, or the contract's. */
export function zoneOf({ calendars, zones, contract }: Setting, calendar: string | null = null): Zone {
  return calendars.get(calendar ?? "")?.zone ?? zones.get(contract.zone) ?? utc;
}

/** Where words about a level are written: its contract's names, and the contract's zone. */
export const placeOf = (setting: Setting): Place => ({ contract: setting.contract, zone: zoneOf(setting) });

/** A term of the level at its place in the agreement. */
export function termAt(setting: Setting, path: string, value: string): DerivedTerm {
  const { level } = setting;
  return { path: `${levelPath(level)}.${path}`, clause: level.clause, value, written: true };
}

const levelPath = ({ agreement, id }: LevelTerms): string => `agreements.${agreement}.service_levels.${id}`;

/** A rule in force: written by the agreement, or the default. */
export function ruleTerm({ level, written }: Setting, key: keyof Rules): DerivedTerm {
  const rule = ruleWords[key] as RuleWords<unknown>;
  const isWritten = written[`${level.agreement}/${level.id}`]?.has(key) ?? false;
  const path = isWritten ? `${levelPath(level)}.rules.${key}` : `rules.${key}`;
  return { path, clause: isWritten ? level.clause : null, value: rule.says(level.rules[key]), written: isWritten };
}

/** A rule as a node of its own. */
export function ruleNode(setting: Setting, key: keyof Rules): Derivation {
  const term = ruleTerm(setting, key);
  return node({ title: capital(ruleWords[key].name), operation: "given", ...words(term.value), term });
}
