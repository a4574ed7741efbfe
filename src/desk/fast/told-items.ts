import type { Reading } from "../../engine/clock/reading.ts";
import { clockReader } from "../../engine/measure/clock-reader.ts";
import { judgedAt } from "../../engine/measure/input.ts";
import type { Item } from "../../engine/measure/measurement.ts";
import { evaluateAgreement } from "../../engine/period/evaluate-agreement.ts";
import type { Result } from "../../engine/period/result.ts";
import type { Fact } from "../../engine/record/record.ts";
import type { Span } from "../../engine/time/span.ts";
import type { Job } from "../job.ts";
import type { World } from "../world.ts";
import type { ColumnLevel } from "./column-level.ts";
import { spanOf } from "./column-results.ts";

/** Whose records are told of, and in which periods. */
export interface Telling {
  readonly job: Job;
  readonly world: World;
  readonly levels: readonly ColumnLevel[];
  readonly told: Span;
}

/** Records that the plain engine reads at a time, so that what it remembers of them can be forgotten. */
const atOnce = 2000;

/**
 * The items of told results by `nameOf`, as the plain engine gives them: misses with their clock, all others only by
 * their reason, of which one stands for all that have the same.
 */
export function toldItems(telling: Telling, facts: Iterable<Fact>): ReadonlyMap<string, readonly Item[]> {
  const all = new Map<string, Item[]>();
  let some: Fact[] = [];
  for (const fact of facts) {
    some.push(fact);
    if (some.length >= atOnce) take();
  }
  take();
  return all;

  function take(): void {
    const kept = new Map(some.map((fact) => [keyOf(fact.id, fact.events[0]?.source ?? null), { ...fact }]));
    for (const result of readBy(telling, some)) {
      const items = all.get(nameOf(result)) ?? [];
      all.set(nameOf(result), items);
      for (const item of result.measurement.items) {
        const fact = isMiss(item) ? kept.get(keyOf(item.record, item.source)) : undefined;
        items.push(fact ? missed(telling, item, { result, fact }) : shared(item));
      }
    }
    some = [];
  }
}

/** A level and a period. */
export const nameOf = ({ level, period }: Result): string => `${level.agreement}/${level.id}/${period.start}`;

function readBy({ job, world, levels, told }: Telling, facts: readonly Fact[]): readonly Result[] {
  const kind = levels[0]?.level.of;
  if (!kind) return [];
  const terms = levels.map(({ level }) => level);
  return evaluateAgreement({ ...job, ...world, facts: { [kind]: facts }, levels: terms, span: told });
}

/** A record by its id and the row that first names it: two tools may use one id. */
const keyOf = (id: string, source: Item["source"]): string => `${id}/${source?.file}/${source?.row}`;

const isMiss = ({ counted, good }: Item): boolean => counted && good === false;

/** The clock of a miss is read again when it is asked for. Columns take no level that has relief or stages. */
function missed(
  { job, world }: Telling,
  { record, source, counted, good, value, at, why, relief }: Item,
  { result, fact }: { readonly result: Result; readonly fact: Fact },
): Item {
  const { level, period } = result;
  const end = judgedAt({ span: spanOf({ job, world }, result) ?? period, knownUntil: job.knownUntil });
  return {
    ...{ record, source, counted, good, value, at, why, relief },
    get reading(): Reading {
      const reader = clockReader({ ...world, versions: [level] });
      return reader.read({ level, within: null, fact, relief: [], elsewhere: [] }, end);
    },
  };
}

const known = new Map<string, Item>();

/** What differs from record to record within one reason. */
const ownFacts: ReadonlySet<string> = new Set(["at", "elapsed", "target", "reopened"]);

function shared({ counted, good, why }: Item): Item {
  const facts = Object.fromEntries(Object.entries(why.facts).filter(([name]) => !ownFacts.has(name)));
  const key = JSON.stringify([counted, good, why.code, facts]);
  const found = known.get(key);
  if (found) return found;
  const made: Item = {
    ...{ record: "", source: null, counted, good, value: null, at: null },
    ...{ why: { code: why.code, facts }, relief: null, reading: null },
  };
  known.set(key, made);
  return made;
}
