import type { Unit } from "../gate.ts";
import { loadWork, type Work } from "./work.ts";

/** Takes a work for a server; null where it has come to its end before. */
export async function beginWork(unit: Unit, id: string, holder: string): Promise<Work | null> {
  const { numUpdatedRows } = await unit.db
    .updateTable("works")
    .set({ state: "running", holder })
    .where("tenant_id", "=", unit.who.tenant)
    .where("work_id", "=", id)
    .where("state", "in", ["waiting", "running"])
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n ? await loadWork(unit, id) : null;
}

/** How far a work has come, or how it ended. What is not said stays as it is. */
export interface WorkMoved {
  readonly id: string;
  readonly state: Work["state"];
  readonly done?: number;
  readonly total?: number;
  readonly message?: string;
  readonly failures?: number;
  readonly output?: unknown;
  readonly endedAt?: number;
}

/** Writes it, unless the work has ended before: the first end counts. False where it had. */
export async function moveWork({ db, who }: Unit, moved: WorkMoved): Promise<boolean> {
  const { id, state, output, endedAt, ...rest } = moved;
  const { numUpdatedRows } = await db
    .updateTable("works")
    .set({
      state,
      ...rest,
      ...(output === undefined ? {} : { output: JSON.stringify(output) }),
      ...(endedAt === undefined ? {} : { ended_at: endedAt }),
    })
    .where("tenant_id", "=", who.tenant)
    .where("work_id", "=", id)
    .where("state", "in", ["waiting", "running"])
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** A work that has not ended. */
export interface OpenWork {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  /** The server that had it last; empty where none has begun it. */
  readonly holder: string;
}

/** Works that have not ended. */
export const openWorks = ({ db, who }: Unit): Promise<readonly OpenWork[]> =>
  db
    .selectFrom("works")
    .select(["work_id as id", "kind", "key", "holder"])
    .where("tenant_id", "=", who.tenant)
    .where("state", "in", ["waiting", "running"])
    .execute();
