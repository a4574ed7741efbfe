import type { Session } from "../session.ts";

/** So many requests in so many seconds. */
export interface Limit {
  readonly max: number;
  readonly window: number;
}

/** Counts a request of a key; gives the seconds to wait where there were too many in the window, null where it may pass. */
export async function countRequest(
  session: Session,
  { key, limit, now }: { readonly key: string; readonly limit: Limit; readonly now: number },
): Promise<number | null> {
  const { rows } = await session.query(
    `insert into sign_in.limits as l (key, count, since) values ($1, 1, $2)
     on conflict (key) do update set
       count = case when l.since + $3::bigint <= $2 then 1 else l.count + 1 end,
       since = case when l.since + $3::bigint <= $2 then $2 else l.since end
     returning count, since`,
    [key, now, limit.window],
  );
  const [{ count, since }] = rows as unknown as readonly [{ count: number; since: number }];
  return count <= limit.max ? null : Math.max(1, since + limit.window - now);
}

/** Removes what counts no more; called now and then. */
export async function sweepSignIn(session: Session, now: number): Promise<void> {
  await session.query("delete from sign_in.limits where since < $1", [now - 86_400]);
  await session.query("delete from sign_in.used_codes where until_at < $1", [now]);
  await session.query("delete from sign_in.attempts where locked_until < $1 and last_at < $1", [now - 30 * 86_400]);
  await session.query("delete from sign_in.sessions where expires_at < to_timestamp($1)", [now]);
  await session.query("delete from sign_in.verifications where expires_at < to_timestamp($1)", [now]);
  await session.query("delete from sign_in.invitations where expires_at < $1", [now - 30 * 86_400]);
}
