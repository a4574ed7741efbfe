import type { Side, Who } from "../../store/gate.ts";

/** What a key may be made for. A session has all; none gives more than the RASCI matrix lets its person do. */
export const scopes = ["read", "write", "records:write", "admin"] as const;
export type Scope = (typeof scopes)[number];

/** Who sends a request, and by what they proved it. */
export interface Caller extends Who {
  readonly side: Exclude<Side, "system">;
  readonly scopes: readonly Scope[];
  readonly via: "session" | "key";
  /** The session or the key. */
  readonly session: string;
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly hasSecondFactor: boolean;
}
