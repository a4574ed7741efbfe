import type { RecordKind } from "../../engine/agreement/words.ts";
import type { Fact } from "../../engine/record/record.ts";
import type { Unit } from "../../store/gate.ts";
import { loadFacts } from "../../store/records/load-facts.ts";
import type { RecordKey } from "../../store/records/telling.ts";

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
