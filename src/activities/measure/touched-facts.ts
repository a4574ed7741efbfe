import type { RecordKind } from "../../engine/agreement/words.ts";
import { inOrder } from "../../engine/record/history.ts";
import type { Fact } from "../../engine/record/record.ts";
import type { WatchPlan } from "../../engine/watch/watch-plan.ts";
import type { Unit } from "../../store/gate.ts";
import { loadFacts } from "../../store/records/load-facts.ts";
import { withoutPlace } from "../../store/records/load-tellings.ts";
import type { RecordKey } from "../../store/records/telling.ts";
import type { TakenRecord } from "./take-events.ts";

/** The histories of records that events were added to, as far as a clock may run on them. */
export async function touchedFacts(
  unit: Unit,
  of: { readonly contract: string; readonly plan: WatchPlan },
  taken: readonly TakenRecord[],
): Promise<readonly Fact[]> {
  const touched = taken.filter(({ key, add }) => add.length > 0 && of.plan.levels.has(key.kind));
  const known = touched.filter(({ isNew }) => !isNew).map(({ key }) => key);
  const loaded = await factsOfRecords(unit, of.contract, known);
  const made = touched
    .filter(({ isNew }) => isNew)
    .map(({ key, add }): Fact => {
      const events = inOrder(add.toSorted((a, b) => a.place - b.place)).map(withoutPlace);
      return { ...key, events };
    });
  return [...made, ...loaded];
}

/** The histories of some records of any kinds. */
export async function factsOfRecords(
  unit: Unit,
  contract: string,
  records: readonly RecordKey[],
): Promise<readonly Fact[]> {
  const facts: Fact[] = [];
  for (const [kind, only] of Map.groupBy(records, (key): RecordKind => key.kind)) {
    facts.push(...(await loadFacts(unit, { contract, kind, only })));
  }
  return facts;
}
