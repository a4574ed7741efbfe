import type { Session } from "../session.ts";

interface Which {
  readonly tenant: string;
  readonly person: string;
}

/** What sign-in holds of a person: no secret, hash or token is among it. */
export async function exportAccount(session: Session, { tenant, person }: Which): Promise<readonly unknown[]> {
  const { rows } = await session.query(
    `select m.email, a.id, a.name, a.email as account_email, a.created_at::text,
       (select json_agg(json_build_object('created', s.created_at, 'used', s.updated_at, 'address', s.ip_address,
                                          'browser', s.user_agent)) from sign_in.sessions s where s.user_id = a.id) as sessions,
       (select json_agg(json_build_object('name', k.name, 'start', k.start, 'created', k.created_at))
        from sign_in.api_keys k where k.reference_id = a.id) as keys
     from sign_in.memberships m left join sign_in.accounts a on a.id = m.account_id
     where m.tenant_id = $1 and m.person_id = $2`,
    [tenant, person],
  );
  return rows;
}

/** Ends that a person may sign in to a tenant; an account that is nobody else's goes with its sessions and keys. */
export async function forgetAccount(session: Session, { tenant, person }: Which): Promise<void> {
  const { rows } = await session.query(
    "delete from sign_in.memberships where tenant_id = $1 and person_id = $2 returning account_id",
    [tenant, person],
  );
  const account = rows[0]?.account_id ?? null;
  if (account === null) return;
  const alone = "not exists (select from sign_in.memberships where account_id = $1)";
  await session.query(`delete from sign_in.api_keys where reference_id = $1 and ${alone}`, [account]);
  await session.query(`delete from sign_in.accounts where id = $1 and ${alone}`, [account]);
}
