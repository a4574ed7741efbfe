import type { Unit } from "../gate.ts";
import type { UndertakingState } from "./load-undertaking.ts";

/** A new undertaking as it is stored. */
export interface NewUndertaking {
  readonly id: string;
  readonly activity: string;
  readonly contract: string | null;
  readonly subject: string;
  readonly input: unknown;
  readonly by: { readonly person: string; readonly party: string };
  readonly at: number;
}

export const addUndertaking = (unit: Unit, made: NewUndertaking): Promise<void> =>
  unit.asSystem(async ({ db, who }) => {
    await db
      .insertInto("undertakings")
      .values({
        tenant_id: who.tenant,
        undertaking_id: made.id,
        activity: made.activity,
        contract_id: made.contract,
        subject: made.subject,
        input: JSON.stringify(made.input),
        state: "consulting",
        started_by: made.by.person,
        started_party: made.by.party,
        started_at: made.at,
        wakes_at: null,
        ended_at: null,
        output: null,
      })
      .execute();
  });

/** Gives a prepared undertaking to who is responsible: from now on it is theirs. */
export const handOver = (
  unit: Unit,
  id: string,
  to: { readonly person: string; readonly party: string; readonly at: number },
): Promise<void> =>
  unit.asSystem(async ({ db, who }) => {
    await db
      .updateTable("undertakings")
      .set({ started_by: to.person, started_party: to.party, started_at: to.at })
      .where("tenant_id", "=", who.tenant)
      .where("undertaking_id", "=", id)
      .execute();
  });

/** Where an undertaking stands now; `output` and `endedAt` where it came to an end. */
export interface Moved {
  readonly id: string;
  readonly state: UndertakingState;
  readonly wakesAt?: number;
  readonly endedAt?: number;
  readonly output?: unknown;
}

export const moveUndertaking = (unit: Unit, { id, state, wakesAt, endedAt, output }: Moved): Promise<void> =>
  unit.asSystem(async ({ db, who }) => {
    await db
      .updateTable("undertakings")
      .set({
        state,
        wakes_at: wakesAt ?? null,
        ended_at: endedAt ?? null,
        output: output === undefined ? null : JSON.stringify(output),
      })
      .where("tenant_id", "=", who.tenant)
      .where("undertaking_id", "=", id)
      .execute();
  });

/** People who are asked, each with the role for which. */
export interface Asked {
  readonly id: string;
  readonly people: readonly { readonly person: string; readonly role: string }[];
  readonly at: number;
  readonly until: number;
}

export const addConsultations = (unit: Unit, { id, people, at, until }: Asked): Promise<void> =>
  unit.asSystem(async ({ db, who }) => {
    await db
      .insertInto("consultations")
      .values(
        people.map(({ person, role }) => ({
          tenant_id: who.tenant,
          undertaking_id: id,
          person_id: person,
          role,
          asked_at: at,
          until_at: until,
          answer: null,
          answered_at: null,
        })),
      )
      .execute();
  });

/** Writes an answer for every role the person was asked for; false where nobody asked, or it was given before. */
export async function addAnswer(
  { db, who }: Unit,
  given: { readonly id: string; readonly person: string; readonly answer: string; readonly at: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("consultations")
    .set({ answer: given.answer, answered_at: given.at })
    .where("tenant_id", "=", who.tenant)
    .where("undertaking_id", "=", given.id)
    .where("person_id", "=", given.person)
    .where("answer", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Keeps who is asked for approval; whoever is asked twice is asked once. */
export const addApprovalsAsked = (
  unit: Unit,
  id: string,
  asked: { people: readonly string[]; at: number },
): Promise<void> =>
  unit.asSystem(async ({ db, who }) => {
    if (asked.people.length === 0) return;
    await db
      .insertInto("approvals_asked")
      .values(asked.people.map((person_id) => ({ tenant_id: who.tenant, undertaking_id: id, person_id, at: asked.at })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });

/** A decision as it is stored. */
export interface NewApproval {
  readonly id: string;
  readonly person: string;
  readonly party: string;
  readonly role: string;
  readonly decision: "approved" | "rejected";
  readonly note: string;
  readonly at: number;
}

export const addApproval = (unit: Unit, made: NewApproval): Promise<void> =>
  unit.asSystem(async ({ db, who }) => {
    await db
      .insertInto("approvals")
      .values({
        tenant_id: who.tenant,
        undertaking_id: made.id,
        person_id: made.person,
        party_id: made.party,
        role: made.role,
        decision: made.decision,
        note: made.note,
        at: made.at,
      })
      .execute();
  });
