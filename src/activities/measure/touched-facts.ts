import { inOrder } from "../../engine/record/history.ts";
import type { Fact } from "../../engine/record/record.ts";
import type { WatchPlan } from "../../engine/watch/watch-plan.ts";
import type { Unit } from "../../store/gate.ts";
import { withoutPlace } from "../../store/records/load-tellings.ts";
import { recordsNamed } from "../../store/records/merges.ts";
import { keyOf } from "../../store/records/telling.ts";
import { factsOfRecords } from "./facts-of-records.ts";
import { intoOfFact, mindsMerges } from "./merged-facts.ts";
import type { TakenRecord } from "./take-events.ts";

/** The histories of records that events were added to, and of those that they were merged into, as far as a clock may run on them. */
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
  const facts = [...made, ...loaded];
  return mindsMerges(of.plan) ? [...facts, ...(await mergedFrom(unit, of.contract, facts))] : facts;
}

/** The histories of the records that others were merged into, where they are not among these. */
async function mergedFrom(unit: Unit, contract: string, facts: readonly Fact[]): Promise<readonly Fact[]> {
  const into = await recordsNamed(unit, contract, facts.flatMap(intoOfFact));
  const known = new Set(facts.map(keyOf));
  return await factsOfRecords(
    unit,
    contract,
    into.filter((key) => !known.has(keyOf(key))),
  );
}
