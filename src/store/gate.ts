import { Kysely } from "kysely";
import type { Answer, Database, Session } from "./session.ts";
import { sessionDialect } from "./session-dialect.ts";
import type { Tables } from "./tables.ts";

/** For whom a unit of work is done. `system` is the program itself, under the right of a role of the tenant. */
export interface Who {
  readonly tenant: string;
  readonly person: string;
  readonly party: string;
  readonly side: Side;
}

export type Side = "provider" | "client" | "vendor" | "team" | "system";

/** One transaction for one tenant, whose rows are all it can see. */
export interface Unit {
  readonly who: Who;
  /** Typed queries in this transaction. */
  readonly db: Kysely<Tables>;
  readonly session: Session;
  /** The same transaction for somebody else of the tenant: work that one person started and another approves. */
  readonly as: <T>(who: Who, work: (unit: Unit) => Promise<T>) => Promise<T>;
  /** The same transaction seen as the program itself, for what a person causes but may not read: audit, notices. */
  readonly asSystem: <T>(work: (unit: Unit) => Promise<T>) => Promise<T>;
  /** A statement of the queue, in the same transaction under the queue's own role. */
  readonly inQueue: (sql: string, values?: readonly unknown[]) => Promise<Answer>;
}

/** The one way to the database. */
export interface Gate {
  readonly kind: Database["kind"];
  /** The work may be begun again: it changes nothing but the database, and gives its answer. */
  readonly unit: <T>(who: Who, work: (unit: Unit) => Promise<T>) => Promise<T>;
  /** One transaction of sign-in, or of the queue, in its own schema; neither sees a tenant's rows. */
  readonly signIn: <T>(work: (session: Session) => Promise<T>) => Promise<T>;
  readonly queue: <T>(work: (session: Session) => Promise<T>) => Promise<T>;
  /** Statements of the queue that begin and end their transactions themselves. */
  readonly queueOpen: <T>(work: (session: Session) => Promise<T>) => Promise<T>;
  /** What is to be looked at next in any tenant: ids and instants, nothing else. */
  readonly keeper: <T>(work: (session: Session) => Promise<T>) => Promise<T>;
  readonly listen: Database["listen"];
  readonly close: () => Promise<void>;
}

/**
 * Opens the gate to a database whose tables are there (`migrate`). A unit that the database ended because another stood
 * in its way is done again: it depends on nothing but the database, of which nothing stayed. `onRepeat` is told each time.
 */
export function openGate(database: Database, onRepeat: (code: string) => void = () => {}): Gate {
  const under =
    (role: string) =>
    <T>(work: (session: Session) => Promise<T>): Promise<T> =>
      database.hold((session) => transaction(session, `set local role ${role}`, () => work(session)));
  return {
    kind: database.kind,
    unit: (who, work) =>
      repeated(onRepeat, () =>
        database.hold((session) =>
          transaction(session, "set local role underpin_app", async () => {
            await setWho(session, who);
            return await work(unitOf(session, who));
          }),
        ),
      ),
    signIn: under("underpin_sign_in"),
    queue: under("underpin_queue"),
    queueOpen: (work) => database.hold((session) => inRole(session, "underpin_queue", () => work(session))),
    keeper: under("underpin_keeper"),
    listen: database.listen,
    close: database.close,
  };
}

/** So often a unit is begun at most. */
const mostTries = 3;
/** What the database says when it ends one of several that stand in each other's way. */
const inTheWay: readonly unknown[] = ["40001", "40P01"];

async function repeated<T>(onRepeat: (code: string) => void, work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (tries === mostTries || !inTheWay.includes(code)) throw error;
      onRepeat(String(code));
    }
  }
}

async function transaction<T>(session: Session, role: string, work: () => Promise<T>): Promise<T> {
  await session.script(`begin; ${role}`);
  try {
    const result = await work();
    await session.script("commit");
    return result;
  } catch (error) {
    await session.script("rollback").catch(() => {});
    throw error;
  }
}

/** The role lasts as long as the work, whatever transactions it made; one that it left open is undone. */
async function inRole<T>(session: Session, role: string, work: () => Promise<T>): Promise<T> {
  await session.script(`set role ${role}`);
  try {
    return await work();
  } catch (error) {
    await session.script("rollback").catch(() => {});
    throw error;
  } finally {
    await session.script("reset role");
  }
}

const setWho = (session: Session, { tenant, person, party, side }: Who): Promise<Answer> =>
  session.query(
    `select set_config('underpin.tenant', $1, true), set_config('underpin.person', $2, true),
            set_config('underpin.party', $3, true), set_config('underpin.side', $4, true)`,
    [tenant, person, party, side],
  );

function unitOf(session: Session, who: Who, acting: Acting = { as: who }): Unit {
  const own = guarded(session, () => acting.as === who);
  const take = async () => ({ session: own, give: () => {} });
  const db = new Kysely<Tables>({ dialect: sessionDialect({ take, transactions: "none" }) }).withSchema("underpin");
  const as: Unit["as"] = async (other, work) => {
    if (other.tenant !== who.tenant) throw new Error("a unit of work is for one tenant");
    if (acting.as !== who) throw new Error(atOnce);
    acting.as = other;
    await setWho(session, other);
    const result = await work(unitOf(session, other, acting));
    await setWho(session, who);
    acting.as = who;
    return result;
  };
  const unit: Unit = {
    who,
    db,
    session: own,
    as,
    asSystem: (work) => (who.side === "system" ? work(unit) : as({ ...who, side: "system" }, work)),
    inQueue: async (sql, values) => {
      await own.script("set local role underpin_queue");
      const answer = await own.query(sql, values);
      await own.script("set local role underpin_app");
      return answer;
    },
  };
  return unit;
}

/** For whom the statements of a transaction run at this moment. */
interface Acting {
  as: Who;
}

const atOnce = "two things at once in one unit of work: wait for the one before, else one runs with the other's rights";

/** Refuses a statement of somebody for whom the transaction does not act at this moment. */
function guarded(session: Session, isActing: () => boolean): Session {
  const check = (): void => {
    if (!isActing()) throw new Error(atOnce);
  };
  return {
    query: async (sql, values) => {
      check();
      return await session.query(sql, values);
    },
    script: async (sql) => {
      check();
      return await session.script(sql);
    },
  };
}
