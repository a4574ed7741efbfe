import type { Unit } from "../gate.ts";

/** Work that is asked for. */
export interface NewWork {
  readonly id: string;
  readonly kind: string;
  /** Of works of one kind and key only one waits. */
  readonly key: string;
  readonly contract: string | null;
  readonly input: unknown;
  readonly at: number;
  readonly by: string;
}

/** Adds a work; gives its id, or that of the one that waits under the same key. */
export const addWork = (unit: Unit, made: NewWork): Promise<string> =>
  unit.asSystem(async ({ session, who }) => {
    const { rows } = await session.query(
      `insert into underpin.works (tenant_id, work_id, kind, key, contract_id, input, state, at, by_person)
       values ($1, $2, $3, $4, $5, $6, 'waiting', $7, $8)
       on conflict (tenant_id, kind, key) where state = 'waiting' do update set at = works.at
       returning work_id`,
      [who.tenant, made.id, made.kind, made.key, made.contract, JSON.stringify(made.input), made.at, made.by],
    );
    const [{ work_id }] = rows as unknown as readonly [{ work_id: string }];
    return work_id;
  });
