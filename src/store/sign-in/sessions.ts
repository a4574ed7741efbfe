import type { Session } from "../session.ts";

/** A session as its owner sees it: its token is not among it. */
export interface SeenSession {
  readonly id: string;
  readonly created: number;
  readonly used: number;
  readonly address: string | null;
  readonly browser: string | null;
}

/** The sessions of an account that have not ended, the latest used first. */
export async function sessionsOf(
  session: Session,
  { account, now, idle }: { readonly account: string; readonly now: number; readonly idle: number },
): Promise<readonly SeenSession[]> {
  const { rows } = await session.query(
    `select id, floor(extract(epoch from created_at))::bigint as created,
            floor(extract(epoch from updated_at))::bigint as used, ip_address as address, user_agent as browser
     from sign_in.sessions
     where user_id = $1 and expires_at > to_timestamp($2) and updated_at > to_timestamp($2 - $3::bigint)
     order by updated_at desc, id`,
    [account, now, idle],
  );
  return rows as unknown as readonly SeenSession[];
}

/** Notes that a session was used, once a minute at most. */
export const touchSession = async (session: Session, id: string, now: number): Promise<void> => {
  await session.query(
    "update sign_in.sessions set updated_at = to_timestamp($2) where id = $1 and updated_at < to_timestamp($2 - 60)",
    [id, now],
  );
};

/** Ends a session of an account, or all of them where no id is given; gives how many ended. */
export const endSessions = async (session: Session, account: string, id: string | null = null): Promise<number> =>
  (
    await session.query("delete from sign_in.sessions where user_id = $1 and ($2::text is null or id = $2)", [
      account,
      id,
    ])
  ).changed;
