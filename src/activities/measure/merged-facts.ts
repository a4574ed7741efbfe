import { withMergedStarts } from "../../engine/record/merged-starts.ts";
import type { Fact } from "../../engine/record/record.ts";
import type { WatchPlan } from "../../engine/watch/watch-plan.ts";
import type { Unit } from "../../store/gate.ts";
import { intoOf, mergedInto, type Named, recordsNamed } from "../../store/records/merges.ts";
import { keyOf, type RecordKey } from "../../store/records/telling.ts";
import { factsOfRecords } from "./facts-of-records.ts";

/** True where a clock of the contract starts with the earliest of the records merged into its own. */
export const mindsMerges = ({ levels }: Pick<WatchPlan, "levels">): boolean =>
  [...levels.values()].some((own) => own.some(({ rules }) => rules.merged === "earliest start"));

/** The records whose clocks may move when something is told of others: those that they are or were merged into. */
export async function mergeTargets(
  unit: Unit,
  contract: string,
  told: readonly { readonly key: RecordKey; readonly events: Fact["events"] }[],
): Promise<readonly RecordKey[]> {
  const now = told.flatMap(({ key, events }) => intoOfFact({ ...key, events }));
  const before = await intoOf(
    unit,
    contract,
    told.map(({ key }) => key),
  );
  return await recordsNamed(unit, contract, [...now, ...before]);
}

/** True where an event says that a record was merged into another. */
export const tellsMerge = (events: Fact["events"]): boolean =>
  events.some(({ change }) => change.kind === "state" && change.state.kind === "merged");

/** What a record says that it was merged into. */
export const intoOfFact = ({ kind, events }: Pick<Fact, "kind" | "events">): readonly Named[] =>
  events.flatMap(({ change }) => {
    const into = change.kind === "state" && change.state.kind === "merged" ? change.state.into : null;
    return into === null ? [] : [{ kind, id: into }];
  });

/** The facts with the starts of the records merged into them, as the command line has them. */
export async function withMerges(
  unit: Unit,
  of: { readonly contract: string; readonly plan: WatchPlan },
  facts: readonly Fact[],
): Promise<readonly Fact[]> {
  if (facts.length === 0 || !mindsMerges(of.plan)) return facts;
  const merged = await mergedInto(unit, of.contract, facts);
  if (merged.length === 0) return facts;
  const known = new Set(facts.map(keyOf));
  const others = merged.filter((key) => !known.has(keyOf(key)));
  const loaded = await factsOfRecords(unit, of.contract, others);
  return withMergedStarts([...facts, ...loaded]).slice(0, facts.length);
}
