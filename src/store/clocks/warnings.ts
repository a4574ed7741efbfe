import type { Unit } from "../gate.ts";
import { type ClockKey, clockText } from "./clock-row.ts";

/** A warning, or the miss, of one cycle of a clock. */
export interface WarningRow extends ClockKey {
  readonly cycle: number;
  readonly warning: string;
  readonly passedAt: number;
  /** True where it had been passed before anything of the record was known. */
  readonly late: boolean;
}

/** What names a warning of a clock: it is found once. */
export const warningText = (row: Pick<WarningRow, keyof ClockKey | "cycle" | "warning">): string =>
  JSON.stringify([clockText(row), row.cycle, row.warning]);

/** The warnings of clocks that were found before, as `warningText`. */
export async function foundBefore(
  { session, who }: Unit,
  contract: string,
  clocks: readonly ClockKey[],
): Promise<ReadonlySet<string>> {
  if (clocks.length === 0) return new Set();
  const { rows } = await session.query(
    `select k.agreement, k.level, k.kind, k.tool, k.record, k.stage, w.cycle, w.warning
     from json_to_recordset($3::json) as k
       (agreement text, level text, kind text, tool text, record text, stage integer)
     join underpin.warnings w on w.tenant_id = $1 and w.contract_id = $2 and w.agreement_id = k.agreement
       and w.level_id = k.level and w.kind = k.kind and w.tool = k.tool and w.record_id = k.record
       and w.stage = k.stage`,
    [who.tenant, contract, JSON.stringify(clocks)],
  );
  return new Set((rows as unknown as readonly WarningRow[]).map(warningText));
}

/** Adds warnings, and tells which were not there yet: whoever added one first tells of it. */
export async function addWarnings(
  { session, who }: Unit,
  to: { readonly contract: string; readonly found: number },
  warnings: readonly WarningRow[],
): Promise<ReadonlySet<string>> {
  if (warnings.length === 0) return new Set();
  const { rows } = await session.query(
    `insert into underpin.warnings
       (tenant_id, contract_id, agreement_id, level_id, kind, tool, record_id, stage, cycle, warning, passed_at,
        found_at, late)
     select $1, $2, n.agreement, n.level, n.kind, n.tool, n.record, n.stage, n.cycle, n.warning, n."passedAt", $4, n.late
     from json_to_recordset($3::json) as n
       (agreement text, level text, kind text, tool text, record text, stage integer, cycle integer, warning text,
        "passedAt" bigint, late boolean)
     join underpin.agreements a on a.tenant_id = $1 and a.contract_id = $2 and a.agreement_id = n.agreement
     on conflict do nothing
     returning agreement_id as agreement, level_id as level, kind, tool, record_id as record, stage, cycle, warning`,
    [who.tenant, to.contract, JSON.stringify(warnings), to.found],
  );
  return new Set((rows as unknown as readonly WarningRow[]).map(warningText));
}
