import type { Dialect } from "kysely";
import type { Gate } from "../gate.ts";
import { type SessionSource, sessionDialect } from "../session-dialect.ts";

/**
 * Typed queries of sign-in, each query or transaction one passage of the gate. Within such a transaction nothing else
 * may ask the gate: on the embedded database it would wait for itself.
 */
export function signInDialect(gate: Gate): Dialect {
  const dialect = sessionDialect({ take: () => passage(gate), transactions: "own" });
  return {
    ...dialect,
    // The passage is a transaction already: it ends when the connection is given back, and may be undone before.
    createDriver: () => ({
      ...dialect.createDriver(),
      beginTransaction: async () => {},
      commitTransaction: async () => {},
    }),
  };
}

/** Holds a passage open until its session is given back; giving it back waits for the commit. */
function passage(gate: Gate): ReturnType<SessionSource["take"]> {
  return new Promise((taken, refused) => {
    const over = gate.signIn(
      (session) =>
        new Promise<void>((end) => {
          const give = (): Promise<void> => {
            end();
            return over;
          };
          taken({ session, give });
        }),
    );
    over.catch(refused);
  });
}
