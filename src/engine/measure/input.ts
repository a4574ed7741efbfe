import type { ContractTerms, LevelTerms, Stage } from "../agreement/terms.ts";
import type { RecordKind, Verdict } from "../agreement/words.ts";
import type { Calendars } from "../calendar/calendar.ts";
import type { Fact } from "../record/record.ts";
import type { Entered, Relief } from "../record/relief.ts";
import { earlier, type Instant } from "../time/instant.ts";
import type { Span } from "../time/span.ts";
import type { Zone } from "../time/zone.ts";
import type { ClockReader } from "./clock-reader.ts";

/** All records of a contract by kind; every shape takes from it what it needs. */
export type FactsByKind = Readonly<Partial<Record<RecordKind, readonly Fact[]>>>;

/** One service, component, site or priority that gets a verdict of its own. */
export interface Group {
  readonly by: "service" | "component" | "site" | "priority";
  readonly id: string;
}

/** What every shape of measure is made from: the promise, the contract around it, the facts and the span. */
export interface MeasureInput {
  readonly level: LevelTerms;
  /** One step of a staged test, or null for the level as a whole. */
  readonly stage: Stage | null;
  readonly contract: ContractTerms;
  readonly calendars: Calendars;
  readonly zones: ReadonlyMap<string, Zone>;
  readonly facts: FactsByKind;
  readonly relief: readonly Relief[];
  readonly entered: readonly Entered[];
  /** The period's id, under which figures are entered by hand. */
  readonly period: string;
  readonly span: Span;
  /** Nothing is known of what happened at or after this instant. */
  readonly knownUntil: Instant;
  readonly group: Group | null;
  /** Verdicts of the same period by `agreement/level`, for scores. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly clocks: ClockReader;
}

/** The facts of a contract, indexed once. Of a kind in `told` a source was read: without a record nothing happened. */
export function factsByKind(facts: readonly Fact[], told: readonly RecordKind[] = []): FactsByKind {
  const none = Object.fromEntries(told.map((kind) => [kind, []]));
  return { ...none, ...Object.groupBy(facts, ({ kind }) => kind) };
}

/** The instant up to which a period is judged: its end, or the end of what is known (semantics 52). */
export const judgedAt = (input: Pick<MeasureInput, "span" | "knownUntil">): Instant =>
  earlier(input.span.end, input.knownUntil);
