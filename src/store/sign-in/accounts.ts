import type { Session } from "../session.ts";

/** What signs in: an account with an e-mail address, its password hashed where it has one. */
export interface StoredAccount {
  readonly id: string;
  readonly email: string;
  readonly verified: boolean;
  readonly password: string | null;
}

/** A new account with a password. */
export interface NewAccount {
  readonly id: string;
  readonly credential: string;
  readonly name: string;
  readonly email: string;
  /** True where whoever made it proved that the address is theirs. */
  readonly proven: { readonly email: boolean };
  readonly password: string;
}

/** Adds an account with its password. */
export async function addAccount(session: Session, account: NewAccount): Promise<void> {
  const { id, credential, name, email, proven, password } = account;
  await session.query("insert into sign_in.accounts (id, name, email, email_verified) values ($1, $2, lower($3), $4)", [
    id,
    name,
    email,
    proven.email,
  ]);
  await session.query(
    `insert into sign_in.credentials (id, user_id, provider_id, account_id, password, updated_at)
     values ($1, $2, 'credential', $2, $3, current_timestamp)`,
    [credential, id, password],
  );
}

/** The account of an e-mail address. */
export const accountUnder = (session: Session, email: string): Promise<StoredAccount | null> =>
  account(session, "a.email = lower($1)", email);

/** An account by its id. */
export const accountOf = (session: Session, id: string): Promise<StoredAccount | null> =>
  account(session, "a.id = $1", id);

async function account(session: Session, which: string, value: string): Promise<StoredAccount | null> {
  const { rows } = await session.query(
    `select a.id, a.email, a.email_verified as verified, c.password
     from sign_in.accounts a
     left join sign_in.credentials c on c.user_id = a.id and c.provider_id = 'credential'
     where ${which}`,
    [value],
  );
  return (rows[0] as unknown as StoredAccount | undefined) ?? null;
}
