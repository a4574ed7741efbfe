import { sql } from "kysely";
import type { LiveClock } from "../../engine/watch/live-clock.ts";
import type { Unit } from "../gate.ts";
import { type Page, upwards } from "../reading/keyset.ts";

/** Clocks without a due moment stand after all others. */
const never = 9_007_199_254_740_991;

/** The running clocks of a contract that may be seen, the first due first. A page's key: due (`never` where none), agreement, level, kind, tool, record, stage. */
export async function readBoard({ db, who }: Unit, contract: string, page: Page): Promise<readonly BoardRow[]> {
  const due = `coalesce(due, ${never})`;
  const key = ["agreement_id", "level_id", "kind", "tool", "record_id", "stage"] as const;
  const rows = await db
    .selectFrom((from) =>
      from
        .selectFrom("live_clocks")
        .selectAll()
        .select(sql<number>`${sql.raw(due)}`.as("place"))
        .where("tenant_id", "=", who.tenant)
        .where("contract_id", "=", contract)
        .as("c"),
    )
    .select(["place", "stage", "clock", "updated", "next_at as nextAt", "next_what as nextWhat"])
    .where(upwards(["place", ...key], page))
    .orderBy("place")
    .orderBy("agreement_id")
    .orderBy("level_id")
    .orderBy("kind")
    .orderBy("tool")
    .orderBy("record_id")
    .orderBy("stage")
    .limit(page.limit)
    .execute();
  return rows.map(({ clock, ...row }) => ({ ...row, clock: clock as LiveClock }));
}

/** A clock on the board; its figures are those of `clock.at`. `place` is its first key: due, or never. */
export interface BoardRow {
  readonly place: number;
  readonly stage: number;
  readonly clock: LiveClock;
  readonly updated: number;
  readonly nextAt: number | null;
  readonly nextWhat: string | null;
}

/** A warning that was found. */
export interface FoundWarning {
  readonly agreement: string;
  readonly level: string;
  readonly kind: string;
  readonly tool: string;
  readonly record: string;
  readonly stage: number;
  readonly cycle: number;
  readonly warning: string;
  readonly passed_at: number;
  readonly found_at: number;
  readonly late: boolean;
}

/** Warnings of a contract found at or after an instant, the first found first. A page's key: found_at, passed_at, agreement, level, kind, tool, record, stage, cycle, warning. */
export async function readWarnings(
  { db, who }: Unit,
  of: { readonly contract: string; readonly since: number },
  page: Page,
): Promise<readonly FoundWarning[]> {
  const key = ["found_at", "passed_at", "agreement_id", "level_id", "kind", "tool", "record_id"] as const;
  const last = ["stage", "cycle", "warning"] as const;
  return await db
    .selectFrom("warnings")
    .select(["agreement_id as agreement", "level_id as level", "kind", "tool", "record_id as record", ...last])
    .select(["passed_at", "found_at", "late"])
    .where("tenant_id", "=", who.tenant)
    .where("contract_id", "=", of.contract)
    .where("found_at", ">=", of.since)
    .where(upwards([...key, ...last], page))
    .orderBy(sql.raw([...key, ...last].join(", ")))
    .limit(page.limit)
    .execute();
}
