import type { Unit } from "./gate.ts";
import { newId } from "./new-id.ts";

/** What people are told: a topic that says what it is about, and its facts. */
export interface Notice {
  readonly topic: string;
  readonly contract: string | null;
  readonly body: Readonly<Record<string, unknown>>;
  readonly at: number;
}

/** Tells people something; each reads it for themselves, and that they did is kept. */
export async function addNotice(unit: Unit, people: readonly string[], notice: Notice): Promise<void> {
  const told = [...new Set(people)];
  if (told.length === 0) return;
  const { topic, contract, at } = notice;
  const body = JSON.stringify(notice.body);
  await unit.asSystem(({ db, who }) =>
    db
      .insertInto("notices")
      .values(
        told.map((person_id) => ({
          tenant_id: who.tenant,
          notice_id: newId(),
          person_id,
          topic,
          contract_id: contract,
          body,
          at,
          read_at: null,
        })),
      )
      .execute(),
  );
}
