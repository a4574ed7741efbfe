import type { Unit } from "../gate.ts";

export type UndertakingState = "prepared" | "consulting" | "awaiting approval" | "done" | "rejected" | "withdrawn";

/** An activity that somebody started, with what people answered and decided so far. */
export interface Undertaking {
  readonly id: string;
  readonly activity: string;
  readonly contract: string | null;
  readonly subject: string;
  readonly input: unknown;
  readonly state: UndertakingState;
  readonly startedBy: { readonly person: string; readonly party: string };
  readonly startedAt: number;
  readonly consultations: readonly {
    readonly person: string;
    readonly role: string;
    readonly until: number;
    readonly answer: string | null;
  }[];
  readonly approvals: readonly {
    readonly person: string;
    readonly party: string;
    readonly role: string;
    readonly decision: "approved" | "rejected";
  }[];
}

/** The activity of an undertaking; null where none can be seen. */
export async function findUndertaking({ db, who }: Unit, id: string): Promise<string | null> {
  const row = await db
    .selectFrom("undertakings")
    .select("activity")
    .where("tenant_id", "=", who.tenant)
    .where("undertaking_id", "=", id)
    .executeTakeFirst();
  return row?.activity ?? null;
}

/** Loads an undertaking and locks it against everybody else who would move it on; null where there is none to be seen. */
export async function loadUndertaking({ db, who }: Unit, id: string): Promise<Undertaking | null> {
  const row = await db
    .selectFrom("undertakings")
    .selectAll()
    .where("tenant_id", "=", who.tenant)
    .where("undertaking_id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  const consultations = await db
    .selectFrom("consultations")
    .select(["person_id as person", "role", "until_at as until", "answer"])
    .where("tenant_id", "=", who.tenant)
    .where("undertaking_id", "=", id)
    .orderBy("person_id")
    .execute();
  const approvals = await db
    .selectFrom("approvals")
    .select(["person_id as person", "party_id as party", "role", "decision"])
    .where("tenant_id", "=", who.tenant)
    .where("undertaking_id", "=", id)
    .orderBy("at")
    .execute();
  return {
    id,
    activity: row.activity,
    contract: row.contract_id,
    subject: row.subject,
    input: row.input,
    state: row.state,
    startedBy: { person: row.started_by, party: row.started_party },
    startedAt: row.started_at,
    consultations,
    approvals,
  };
}
