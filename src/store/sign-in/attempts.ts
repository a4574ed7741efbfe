import type { Session } from "../session.ts";

/** What became of an attempt to sign in: it may be tried, or the account is locked until an instant. */
export type Attempt = { readonly may: true } | { readonly may: false; readonly until: number };

/** How many failures in a row are borne, and how long the lock then is: doubled by each further failure up to the most. */
export interface LockRule {
  readonly failures: number;
  readonly firstSeconds: number;
  readonly mostSeconds: number;
}

/**
 * Counts an attempt before it is tried, so that many at once are counted as many; `forgetAttempts` after a success.
 * An attempt during a lock is refused and not counted.
 */
export async function beginAttempt(
  session: Session,
  { email, now, rule }: { readonly email: string; readonly now: number; readonly rule: LockRule },
): Promise<Attempt> {
  const { rows } = await session.query(
    `insert into sign_in.attempts as a (email_sha256, failed, last_at, locked_until) values ($1, 1, $2, 0)
     on conflict (email_sha256) do update set
       failed = a.failed + 1, last_at = $2,
       locked_until = case when a.failed + 1 < $3::int then 0
         else $2 + least($5::bigint, $4::bigint * 2 ^ least(a.failed + 1 - $3::int, 30))::bigint end
       where a.locked_until <= $2
     returning failed`,
    [email, now, rule.failures, rule.firstSeconds, rule.mostSeconds],
  );
  if (rows.length > 0) return { may: true };
  const lock = await session.query("select locked_until from sign_in.attempts where email_sha256 = $1", [email]);
  return { may: false, until: (lock.rows[0]?.locked_until as number | undefined) ?? now };
}

/** The count begins anew: somebody signed in, or an administrator unlocked the account. */
export const forgetAttempts = async (session: Session, email: string): Promise<void> => {
  await session.query("delete from sign_in.attempts where email_sha256 = $1", [email]);
};

/** An attempt that was not tried after all counts no more. */
export const takeBackAttempt = async (session: Session, email: string): Promise<void> => {
  await session.query("update sign_in.attempts set failed = greatest(failed - 1, 0) where email_sha256 = $1", [email]);
};
