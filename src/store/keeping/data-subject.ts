import { addAudit } from "../add-audit.ts";
import type { Unit } from "../gate.ts";
import { lockHolds } from "./retention-rules.ts";

/** Everything that a tenant holds of one person, by lists that are named after the tables. */
export type PersonExport = Readonly<Record<string, readonly unknown[]>>;

/**
 * Everything about somebody: a person of the tenant, found by id, name or e-mail address, and whoever records tell of
 * under that name. The unit is the program's own (side `system`). What sign-in holds is added by `exportAccount`.
 */
export async function exportPerson({ session, who }: Unit, value: string): Promise<PersonExport> {
  const found: Record<string, readonly unknown[]> = {};
  for (const [name, sql] of Object.entries(lists)) {
    const { rows } = await session.query(
      `with them as (select person_id, name, email from underpin.people
                     where tenant_id = $1 and (person_id = $2 or name = $2 or lower(email) = lower($2)))
       ${sql}`,
      [who.tenant, value],
    );
    found[name] = rows;
  }
  return found;
}

const ofThem = (table: string, column = "person_id", order = "1"): string =>
  `select t.* from underpin.${table} t where t.tenant_id = $1 and t.${column} in (select person_id from them) order by ${order}`;

/** A text that names them: as JSON writes it, so that a part of another word is not found. */
const named = (column: string): string =>
  `exists (select from them p where position(to_json(p.name)::text in ${column}::text) > 0
     or position(to_json(p.email)::text in ${column}::text) > 0 or position(to_json(p.person_id)::text in ${column}::text) > 0)`;

const lists: Readonly<Record<string, string>> = {
  people: ofThem("people"),
  holdings: ofThem("holdings"),
  notices: ofThem("notices", "person_id", "at"),
  signatures: ofThem("signatures", "person_id", "at"),
  consultations: ofThem("consultations", "person_id", "asked_at"),
  approvals: ofThem("approvals", "person_id", "at"),
  answers: ofThem("answers", "person_id", "at"),
  undertakings: `select t.* from underpin.undertakings t where t.tenant_id = $1
    and (t.started_by in (select person_id from them) or ${named("t.input")}) order by started_at`,
  audit: `select t.* from underpin.audit t where t.tenant_id = $1
    and (t.person_id in (select person_id from them) or ${named("t.facts")}) order by number`,
  stated: `select t.* from underpin.stated_facts t where t.tenant_id = $1
    and (t.by_person in (select person_id from them) or ${named("t.entry")}) order by learned`,
  pseudonyms:
    "select t.* from underpin.pseudonyms t where t.tenant_id = $1 and t.value = $2 order by contract_id, field",
  records: `select distinct e.contract_id, e.kind, e.tool, e.record_id, p.field, p.pseudonym
    from underpin.pseudonyms p join underpin.record_events e on e.tenant_id = p.tenant_id and e.contract_id = p.contract_id
      and e.change ->> 'field' = p.field and e.change ->> 'value' = p.pseudonym
    where p.tenant_id = $1 and p.value = $2 order by 1, 2, 3, 4`,
};

/** What was taken away: links of pseudonyms, and persons whose names were overwritten. */
export interface Pseudonymised {
  readonly links: number;
  readonly people: number;
}

/**
 * Takes away who somebody is: the links from pseudonyms to the name, and names and addresses of people of that name who
 * left, also where it was asked to invite them. Events, figures, hashes and audit stay as they are. Waits for and respects legal holds on the contract.
 */
export async function pseudonymise(unit: Unit, value: string, now: number): Promise<Pseudonymised> {
  const { session, who } = unit;
  await lockHolds(unit);
  const links = await session.query(
    `delete from underpin.pseudonyms p where p.tenant_id = $1 and p.value = $2 and not ${isHeld("p.contract_id")}`,
    [who.tenant, value, now],
  );
  const people = await session.query(
    `update underpin.people p set name = 'person ' || n.number, email = 'person-' || n.number || '@removed.invalid'
     from (select person_id, row_number() over (order by created, person_id) as number
           from underpin.people where tenant_id = $1) n
     where p.tenant_id = $1 and p.person_id = n.person_id and not p.is_active and not ${isHeld("h.contract_id")}
       and (p.person_id = $2 or p.name = $2 or lower(p.email) = lower($2))`,
    [who.tenant, value, now],
  );
  await session.query(
    `update underpin.undertakings u set input = u.input || jsonb_build_object('name', p.name, 'email', p.email)
     from underpin.people p
     where u.tenant_id = $1 and p.tenant_id = $1 and u.activity = 'manage people and roles'
       and u.input ->> 'person' = p.person_id and u.input ? 'email' and p.email like 'person-%@removed.invalid'`,
    [who.tenant],
  );
  await session.query(
    `update underpin.undertakings set input = jsonb_set(input, '{change,value}', '"removed"')
     where tenant_id = $1 and activity = 'correct a record' and ended_at is not null and input #>> '{change,value}' = $2
       and not ${isHeld("undertakings.contract_id")}`,
    [who.tenant, value, now],
  );
  const taken = { links: links.changed, people: people.changed };
  if (taken.links + taken.people > 0)
    await addAudit(unit, {
      at: now,
      person: who.person,
      activity: "take away who somebody is",
      contract: null,
      subject: "data subject",
      facts: { ...taken },
    });
  return taken;
}

/** A hold on the contract, or on the whole tenant; people belong to every contract. */
const isHeld = (contract: string): string =>
  `exists (select from underpin.legal_holds h where h.tenant_id = $1 and (h.until_at is null or h.until_at > $3)
     and (h.contract_id is null or h.contract_id = ${contract}))`;
