import type { Session } from "../session.ts";

/** Takes a code of a second factor, once; false where it was taken before. */
export const takeCode = async (session: Session, code: string, until: number): Promise<boolean> =>
  (
    await session.query(
      "insert into sign_in.used_codes (code_sha256, until_at) values ($1, $2) on conflict do nothing returning 1",
      [code, until],
    )
  ).rows.length > 0;
