import type { Session } from "../session.ts";

/** A key as its owner sees it: by its first characters. */
export interface SeenKey {
  readonly id: string;
  readonly name: string;
  readonly start: string;
  readonly permissions: string;
  readonly metadata: string;
  readonly created: number;
  readonly expires: number | null;
  readonly used: number | null;
}

/** The keys of an account, the newest first. */
export async function keysOf(session: Session, account: string): Promise<readonly SeenKey[]> {
  const { rows } = await session.query(
    `select id, name, start, permissions, metadata, floor(extract(epoch from created_at))::bigint as created,
            floor(extract(epoch from expires_at))::bigint as expires,
            floor(extract(epoch from last_request))::bigint as used
     from sign_in.api_keys where reference_id = $1 order by created_at desc, id`,
    [account],
  );
  return rows as unknown as readonly SeenKey[];
}

/** Removes a key of an account; false where there is none. */
export const removeKey = async (session: Session, account: string, id: string): Promise<boolean> =>
  (await session.query("delete from sign_in.api_keys where reference_id = $1 and id = $2", [account, id])).changed > 0;
