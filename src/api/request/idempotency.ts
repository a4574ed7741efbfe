import type { Instant } from "../../engine/time/instant.ts";
import { canonical, sha256 } from "../../store/canonical.ts";
import type { Gate, Who } from "../../store/gate.ts";
import { findAnswer, keepAnswer } from "../../store/reading/answers.ts";
import type { Acting, Reply } from "../act.ts";
import { ProblemError } from "../reply/problem.ts";
import { malformed } from "./well-formed.ts";

/** A request that may be sent again: its key, and the hash of what it asks. */
export interface Repeatable {
  readonly key: string;
  readonly sha256: string;
}

/** Reads the key of a request; null where it has none. */
export function repeatableOf(
  request: Request,
  asked: { readonly route: string; readonly input: unknown },
): Repeatable | null {
  const key = request.headers.get("idempotency-key");
  if (key === null) return null;
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw malformed("idempotency-key-unreadable", "An Idempotency-Key has 1 to 200 visible signs of ASCII.");
  return { key, sha256: sha256(canonical([asked.route, asked.input])) };
}

interface Once {
  readonly gate: Gate;
  readonly who: Who;
  readonly now: Instant;
  readonly repeatable: Repeatable | null;
}

/**
 * Does something once for each key: the reply is kept in the transaction that does it, so that the same request sent
 * again gets the same reply and nothing is done twice, also when both come at the same time.
 */
export async function once(
  own: Once,
  run: (also: Acting["also"]) => Promise<Reply>,
): Promise<Reply & { readonly again: "again" | "first" }> {
  const { gate, who, now, repeatable } = own;
  if (repeatable === null) return { ...(await run(async () => {})), again: "first" };
  const before = () => gate.unit(who, (unit) => findAnswer(unit, repeatable.key));
  const known = await before();
  if (known) return replayed(known, repeatable);
  try {
    const reply = await run((unit, made) => keepAnswer(unit, { person: who.person, ...repeatable, ...made, at: now }));
    return { ...reply, again: "first" };
  } catch (error) {
    const other = await before();
    if (other) return replayed(other, repeatable);
    throw error;
  }
}

function replayed(known: { sha256: string; status: number; body: unknown }, { sha256: own }: Repeatable) {
  if (known.sha256 !== own)
    throw new ProblemError(422, "idempotency-key-reused", {
      detail: "This Idempotency-Key came with another request before. Take a new key for each request.",
    });
  return { status: known.status as Reply["status"], body: known.body, again: "again" as const };
}
