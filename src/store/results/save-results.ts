import { canonical } from "../canonical.ts";
import type { Unit } from "../gate.ts";
import type { KeptResult } from "./evaluation.ts";
import { gone } from "./gone.ts";
import type { Evaluation } from "./save-evaluation.ts";

type Of = Pick<Evaluation, "id" | "contract" | "month">;

/** Adds a revision of each result that is new or not what it was. One that is no longer given is said to be gone. */
export async function saveResults(unit: Unit, of: Of, results: readonly KeptResult[]): Promise<number> {
  const before = await lastResults(unit, of);
  const rows = [...results, ...goneFrom(before, results)].flatMap((one) => {
    const last = before.get(nameOf(one));
    if (last !== undefined && last.verdict === one.verdict && canonical(last.result) === canonical(one.result))
      return [];
    return [{ ...one, revision: (last?.revision ?? 0) + 1 }];
  });
  await unit.session.query(
    `insert into underpin.results (tenant_id, contract_id, agreement_id, level_id, group_id, period, month, revision,
                                   evaluation_id, verdict, figure, result)
     select $1, $2, agreement, level, "group", period, $3, revision, $4, verdict, figure, result
     from json_to_recordset($5::json) as (agreement text, level text, "group" text, period text, revision integer,
                                          verdict text, figure text, result jsonb)`,
    [unit.who.tenant, of.contract, of.month, of.id, JSON.stringify(rows)],
  );
  return rows.length;
}

interface Last extends KeptResult {
  readonly revision: number;
}

async function lastResults({ session, who }: Unit, { contract, month }: Of): Promise<ReadonlyMap<string, Last>> {
  const { rows } = await session.query(
    `select distinct on (agreement_id, level_id, group_id, period) agreement_id as agreement, level_id as level,
            group_id as group, period, revision, verdict, figure, result
     from underpin.results where tenant_id = $1 and contract_id = $2 and month = $3
     order by agreement_id, level_id, group_id, period, revision desc`,
    [who.tenant, contract, month],
  );
  return new Map((rows as unknown as readonly Last[]).map((row) => [nameOf(row), row]));
}

/** A group of which nothing is known any more, or a level that was taken out of the text. */
function goneFrom(before: ReadonlyMap<string, Last>, results: readonly KeptResult[]): readonly KeptResult[] {
  const given = new Set(results.map(nameOf));
  return [...before.values()]
    .filter((last) => !given.has(nameOf(last)))
    .map(({ agreement, level, group, period }) => ({
      ...{ agreement, level, group, period },
      ...{ verdict: gone, figure: null, result: {} },
    }));
}

const nameOf = ({ agreement, level, group, period }: KeptResult): string =>
  JSON.stringify([agreement, level, group, period]);
