import type { Unit } from "../gate.ts";
import type { RecordKey } from "../records/telling.ts";
import { wakeUp } from "../wake-up.ts";

/** By which terms the clocks of a contract were read, and how far they are read by others. */
export interface ClockTerms {
  /** The terms by which all of them were last read, and when that began; empty and 0 before the first time. */
  readonly terms: string;
  readonly readAt: number;
  readonly reading: Reading | null;
}

/** A reading of all clocks that is under way: by which terms, since when, and the last record that was read. */
export interface Reading {
  readonly terms: string;
  readonly since: number;
  readonly reached: RecordKey | null;
}

/** Says that other terms may rule the clocks of a contract: the keeper has them looked at. */
export const termsMayChange = (unit: Unit, contract: string, at: number): Promise<void> =>
  unit.asSystem(async (system) => {
    await system.session.query(
      `insert into underpin.clock_terms as t (tenant_id, contract_id, next_at) values ($1, $2, $3)
       on conflict (tenant_id, contract_id) do update set next_at = least(t.next_at, excluded.next_at)`,
      [system.who.tenant, contract, at],
    );
    await wakeUp(system, "terms", at);
  });

/** Takes the contracts whose clocks may have to be read again. */
export async function takeDueTerms({ session, who }: Unit, now: number): Promise<readonly string[]> {
  const { rows } = await session.query(
    `update underpin.clock_terms set next_at = null where tenant_id = $1 and next_at <= $2
     returning contract_id as contract`,
    [who.tenant, now],
  );
  return rows.map(({ contract }) => String(contract));
}

/** Locks the terms of a contract until the unit ends. */
export async function lockTerms({ session, who }: Unit, contract: string): Promise<ClockTerms> {
  const { rows } = await session.query(
    `insert into underpin.clock_terms as t (tenant_id, contract_id) values ($1, $2)
     on conflict (tenant_id, contract_id) do update set terms = t.terms
     returning terms, read_at as "readAt", reading`,
    [who.tenant, contract],
  );
  return rows[0] as unknown as ClockTerms;
}

/** Saves them; `next`: when other terms come into force by themselves. */
export async function saveTerms(
  unit: Unit,
  contract: string,
  { terms, readAt, reading, next }: ClockTerms & { readonly next: number | null },
): Promise<void> {
  const { session, who } = unit;
  await session.query(
    `update underpin.clock_terms set terms = $3, read_at = $4, reading = $5, next_at = least(next_at, $6)
     where tenant_id = $1 and contract_id = $2`,
    [who.tenant, contract, terms, readAt, reading === null ? null : JSON.stringify(reading), next],
  );
  if (next !== null) await wakeUp(unit, "terms", next);
}
