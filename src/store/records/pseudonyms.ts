import type { Unit } from "../gate.ts";

/** A value of a field that names a person. */
export interface Personal {
  readonly field: string;
  readonly value: string;
}

/** A personal value as a text. */
export const personalText = ({ field, value }: Personal): string => JSON.stringify([field, value]);

/**
 * What stands in the place of personal values, by `personalText`: the same person the same number in a contract for
 * ever (`caller 12`). Values that have none get the next numbers, in the order in which they are given. A number is
 * given once, even when the row of its person was erased.
 */
export async function pseudonymsFor(
  unit: Unit,
  contract: string,
  values: readonly Personal[],
): Promise<ReadonlyMap<string, string>> {
  if (values.length === 0) return new Map();
  const before = await known(unit, contract, values);
  if (values.every((value) => before.has(personalText(value)))) return before;
  const last = await lockLast(unit, contract);
  const found = await known(unit, contract, values);
  const fresh = values.filter((value) => !found.has(personalText(value)));
  const added = fresh.map(({ field, value }, at) => ({ field, value, pseudonym: `${field} ${last + at + 1}` }));
  await add(unit, contract, { added, last: last + added.length });
  return new Map([...found, ...added.map((one) => [personalText(one), one.pseudonym] as const)]);
}

async function known({ session, who }: Unit, contract: string, values: readonly Personal[]) {
  const { rows } = await session.query(
    `select p.field, p.value, p.pseudonym from json_to_recordset($3::json) as v (field text, value text)
     join underpin.pseudonyms p on p.tenant_id = $1 and p.contract_id = $2 and p.field = v.field and p.value = v.value`,
    [who.tenant, contract, JSON.stringify(values.map(({ field, value }) => ({ field, value })))],
  );
  const found = rows as unknown as readonly (Personal & { readonly pseudonym: string })[];
  return new Map(found.map((row) => [personalText(row), row.pseudonym]));
}

/** The last number given out, in a row without a field, held until the unit ends. */
async function lockLast({ session, who }: Unit, contract: string): Promise<number> {
  const { rows } = await session.query(
    `insert into underpin.pseudonyms as p (tenant_id, contract_id, field, value, pseudonym) values ($1, $2, '', '', '0')
     on conflict (tenant_id, contract_id, field, value) do update set pseudonym = p.pseudonym
     returning pseudonym::integer as last`,
    [who.tenant, contract],
  );
  return (rows as unknown as readonly { readonly last: number }[])[0]?.last ?? 0;
}

async function add(
  { session, who }: Unit,
  contract: string,
  { added, last }: { readonly added: readonly (Personal & { readonly pseudonym: string })[]; readonly last: number },
): Promise<void> {
  await session.query(
    `insert into underpin.pseudonyms (tenant_id, contract_id, field, value, pseudonym)
     select $1, $2, field, value, pseudonym from json_to_recordset($3::json)
       as v (field text, value text, pseudonym text)`,
    [who.tenant, contract, JSON.stringify(added)],
  );
  await session.query(
    `update underpin.pseudonyms set pseudonym = $3
     where tenant_id = $1 and contract_id = $2 and field = '' and value = ''`,
    [who.tenant, contract, String(last)],
  );
}
