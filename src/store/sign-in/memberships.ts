import type { Session } from "../session.ts";

/** A person of a tenant who may sign in, by e-mail address, and the account that does. */
export interface Membership {
  readonly tenant: string;
  readonly person: string;
  readonly email: string;
  readonly account: string | null;
}

/** Lets a person sign in; a changed e-mail address takes the place of the old one. */
export const expectPerson = async (session: Session, { tenant, person, email }: Omit<Membership, "account">) => {
  await session.query(
    `insert into sign_in.memberships (tenant_id, person_id, email) values ($1, $2, lower($3))
     on conflict (tenant_id, person_id) do update set email = excluded.email`,
    [tenant, person, email],
  );
};

/** Which persons an account is. */
export const membershipsOf = (session: Session, account: string): Promise<readonly Membership[]> =>
  memberships(session, "account_id = $1", account);

/** Which persons are expected under an e-mail address and have no account yet. */
export const expectedUnder = (session: Session, email: string): Promise<readonly Membership[]> =>
  memberships(session, "email = lower($1) and account_id is null", email);

async function memberships(session: Session, which: string, value: string): Promise<readonly Membership[]> {
  const { rows } = await session.query(
    `select tenant_id as tenant, person_id as person, email, account_id as account
     from sign_in.memberships where ${which} order by tenant_id, person_id`,
    [value],
  );
  return rows as unknown as readonly Membership[];
}

/** Joins a person to an account. */
export const joinAccount = async (
  session: Session,
  { tenant, person, account }: { readonly tenant: string; readonly person: string; readonly account: string },
): Promise<void> => {
  await session.query(
    "update sign_in.memberships set account_id = $3 where tenant_id = $1 and person_id = $2 and account_id is null",
    [tenant, person, account],
  );
};
