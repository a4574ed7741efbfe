import type { Session } from "../session.ts";

/** An invitation to a person of a tenant; of its token only the hash is kept. */
export interface Invitation {
  readonly token: string;
  readonly tenant: string;
  readonly person: string;
  readonly email: string;
  /** True where the token reached the person by that e-mail address alone. */
  readonly provesEmail: boolean;
}

/** Adds an invitation; those that the person got before are void. */
export async function addInvitation(
  session: Session,
  {
    token,
    tenant,
    person,
    email,
    provesEmail,
    now,
    until,
  }: Invitation & { readonly now: number; readonly until: number },
): Promise<void> {
  await session.query("delete from sign_in.invitations where tenant_id = $1 and person_id = $2 and used_at is null", [
    tenant,
    person,
  ]);
  await session.query(
    `insert into sign_in.invitations (token_sha256, tenant_id, person_id, email, proves_email, made_at, expires_at)
     values ($1, $2, $3, lower($4), $5, $6, $7)`,
    [token, tenant, person, email, provesEmail, now, until],
  );
}

/** Looks at an invitation that may still be used. */
export const seeInvitation = (session: Session, token: string, now: number): Promise<Invitation | null> =>
  open(session, `select ${columns} from sign_in.invitations where ${usable}`, [token, now]);

/** Uses an invitation; null where it is unknown, expired, or was used before. */
export const useInvitation = (session: Session, token: string, now: number): Promise<Invitation | null> =>
  open(session, `update sign_in.invitations set used_at = $2 where ${usable} returning ${columns}`, [token, now]);

const usable = "token_sha256 = $1 and used_at is null and expires_at > $2";
const columns = 'token_sha256 as token, tenant_id as tenant, person_id as person, email, proves_email as "provesEmail"';

async function open(session: Session, sql: string, values: readonly unknown[]): Promise<Invitation | null> {
  const { rows } = await session.query(sql, values);
  return (rows[0] as unknown as Invitation | undefined) ?? null;
}
