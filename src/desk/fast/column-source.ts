import type { LevelTerms } from "../../engine/agreement/terms.ts";
import { type Columns, compileColumns } from "../../engine/batch/columns.ts";
import { stateAt } from "../../engine/record/history.ts";
import type { Fact } from "../../engine/record/record.ts";
import type { Instant } from "../../engine/time/instant.ts";
import { type TieRule, tieRules, untied } from "./untied.ts";

/** Records of one kind, as columns to count over and as facts to tell of. */
export interface ColumnSource {
  /** Columns that hold at least what levels ask for. */
  readonly columns: (asked: ColumnsAsked) => Columns;
  /** The records of which anything can be said at or after an instant: those with an event, or not at their end. */
  readonly living: (from: Instant, levels: readonly LevelTerms[]) => Iterable<Fact>;
}

/** The fields that levels select by, and the rules by which they order the events of one second. */
export interface ColumnsAsked {
  readonly fields: readonly string[];
  readonly ties: readonly TieRule[];
}

/** What levels ask of the columns of their records, where a record belongs included. */
export const askedBy = (levels: readonly LevelTerms[]): ColumnsAsked => ({
  fields: [
    ...new Set([
      "service",
      "component",
      ...levels.flatMap(({ where, except, clock }) => [
        ...[where, ...except.map((each) => each.where)].flatMap(Object.keys),
        ...(clock?.per ? [clock.per] : []),
      ]),
    ]),
  ],
  ties: tieRules(levels),
});

/** The columns of facts that are there as a whole, compiled once for what is asked. */
export function sourceOf(facts: readonly Fact[]): ColumnSource {
  const compiled = new Map<string, Columns>();
  return { columns, living: (from, levels) => facts.filter((fact) => lives(fact, from, levels)) };

  function columns(asked: ColumnsAsked): Columns {
    const key = JSON.stringify(asked);
    const known = compiled.get(key) ?? compileColumns(eachUntied(facts, asked), asked.fields);
    compiled.set(key, known);
    return known;
  }
}

function* eachUntied(facts: Iterable<Fact>, { ties }: ColumnsAsked): Generator<Fact> {
  for (const fact of facts) yield untied(fact, ties);
}

/** False only for a record whose clocks had all ended before, as its last state says. */
function lives(fact: Fact, from: Instant, levels: readonly LevelTerms[]): boolean {
  const last = fact.events.at(-1);
  if (last === undefined || last.happened >= from) return last !== undefined;
  const state = stateAt(fact, last.happened)?.kind;
  return !(state === "cancelled" || state === "closed" || (state === "resolved" && endWithResolution(levels)));
}

/** True where a resolution ends every clock of the levels. */
export const endWithResolution = (levels: readonly LevelTerms[]): boolean =>
  levels.every(({ clock }) => clock?.stops !== "closed");
