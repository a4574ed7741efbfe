import type { Unit } from "../gate.ts";
import { downwards, type Page, upwards } from "./keyset.ts";

const ofClock = ["agreement_id", "level_id", "kind", "tool", "record_id"] as const;

/** The clocks of a contract that run or wait, in the order of agreement, level and record. */
export function readClocks({ db, who }: Unit, { contract, agreement, state, due_before }: ClockFilter, page: Page) {
  return db
    .selectFrom("live_clocks")
    .select(["agreement_id as agreement", "level_id as level", "kind", "tool", "record_id as record", "cycle", "state"])
    .select(["holder", "due", "next_at", "next_what", "clock", "updated"])
    .where("tenant_id", "=", who.tenant)
    .where("contract_id", "=", contract)
    .$if(agreement !== undefined, (query) => query.where("agreement_id", "=", agreement ?? ""))
    .$if(state !== undefined, (query) => query.where("state", "=", state ?? ""))
    .$if(due_before !== undefined, (query) => query.where("due", "<", due_before ?? 0))
    .where(upwards(ofClock, page))
    .orderBy("agreement_id")
    .orderBy("level_id")
    .orderBy("kind")
    .orderBy("tool")
    .orderBy("record_id")
    .limit(page.limit)
    .execute();
}

interface ClockFilter {
  readonly contract: string;
  readonly agreement?: string | undefined;
  readonly state?: string | undefined;
  readonly due_before?: number | undefined;
}

/** What was warned of, the latest first. */
export function readWarnings({ db, who }: Unit, { contract, agreement, since }: WarningFilter, page: Page) {
  return db
    .selectFrom("warnings")
    .select(["found_at", "agreement_id as agreement", "level_id as level", "kind", "tool", "record_id as record"])
    .select(["cycle", "warning", "passed_at"])
    .where("tenant_id", "=", who.tenant)
    .where("contract_id", "=", contract)
    .$if(agreement !== undefined, (query) => query.where("agreement_id", "=", agreement ?? ""))
    .$if(since !== undefined, (query) => query.where("found_at", ">=", since ?? 0))
    .where(downwards(["found_at", ...ofClock, "cycle", "warning"], page))
    .orderBy("found_at", "desc")
    .orderBy("agreement_id", "desc")
    .orderBy("level_id", "desc")
    .orderBy("kind", "desc")
    .orderBy("tool", "desc")
    .orderBy("record_id", "desc")
    .orderBy("cycle", "desc")
    .orderBy("warning", "desc")
    .limit(page.limit)
    .execute();
}

interface WarningFilter {
  readonly contract: string;
  readonly agreement?: string | undefined;
  readonly since?: number | undefined;
}
