import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Instant } from "../../engine/time/instant.ts";
import { noDatabase, systemOf, type TestStore, tenantOne, testStore } from "../../store/fixture/test-store.ts";
import type { Side, Who } from "../../store/gate.ts";
import { newId } from "../../store/new-id.ts";
import { activity } from "../activity.ts";
import { openRunner, type Runner } from "./runner.ts";

const noon = 1_767_268_800; // 2026-01-01T12:00Z
const days = 86_400;

/** Who is there: the party of each, its kind, and the role each holds. */
const staff: readonly (readonly [person: string, party: string, kind: Exclude<Side, "system">, role: string])[] = [
  ["ada", "tideway", "provider", "SLM"],
  ["ben", "tideway", "provider", "PO"],
  ["cleo", "tideway", "provider", "SO"],
  ["dan", "tideway", "provider", "FIN"],
  ["eve", "tideway", "provider", "CON"],
  ["fay", "tideway", "provider", "EXE"],
  ["gus", "meridian", "client", "CR"],
  ["hal", "meridian", "client", "CA"],
];

const done: string[] = [];
const declared = (name: Parameters<typeof activity>[0]["name"]) =>
  activity({
    name,
    summary: "Does it.",
    path: "/it",
    input: z.object({ what: z.string() }),
    output: z.object({ did: z.string() }),
    about: ({ what }) => ({ contract: null, subject: what }),
    work: async (_, { what }) => {
      done.push(what);
      return { did: what };
    },
  });
/** R SLM, A PO (approves, other than R), C SO and FIN, I CR. */
const close = declared("close a period");
/** The system under FIN, A EXE, C CON. */
const propose = declared("propose the credit statement");
/** R CON, A EXE (approves), S SLM and FIN, C CA and SO. */
const weights = declared("set credits and weights");
/** R CA and CON, both parties. */
const sign = declared("approve and sign an agreement");

describe.skipIf(noDatabase())("the runner", () => {
  let store: TestStore;
  let runner: Runner;
  let now = noon;

  beforeEach(async () => {
    await store?.close();
    store = await testStore();
    now = noon;
    done.length = 0;
    await store.gate.unit(systemOf(tenantOne), async ({ db }) => {
      await db.insertInto("tenants").values({ tenant_id: tenantOne, name: "Tideway", created: 0 }).execute();
      for (const [party_id, kind] of new Map(staff.map(([, party, kind]) => [party, kind])))
        await db.insertInto("parties").values({ tenant_id: tenantOne, party_id, kind, name: party_id }).execute();
      for (const [person_id, party_id, , role] of staff) {
        const email = `${person_id}@example.com`;
        const person = { tenant_id: tenantOne, person_id, party_id, name: person_id, email, created: 0 };
        await db.insertInto("people").values(person).execute();
        const held = { tenant_id: tenantOne, holding_id: newId(), person_id, role, from_at: 0, granted_by: "system" };
        await db.insertInto("holdings").values(held).execute();
      }
    });
    runner = openRunner({
      gate: store.gate,
      now: () => now as Instant,
      engine: "test",
      compute: async () => null,
      activities: [close, propose, sign, weights],
    });
  });
  afterAll(() => store.close());

  const as = (person: string): { readonly who: Who } => {
    const found = staff.find(([name]) => name === person);
    if (!found) throw new Error(person);
    return { who: { tenant: tenantOne, person, party: found[1], side: found[2] } };
  };
  const refused = (attempt: Promise<unknown>) =>
    attempt.then(
      () => "done",
      ({ code }: { code: string }) => code,
    );
  const inbox = (person: string) =>
    store.gate.unit(as(person).who, async ({ db }) =>
      (
        await db.selectFrom("notices").select("topic").where("tenant_id", "=", tenantOne).orderBy("notice_id").execute()
      ).map(({ topic }) => topic),
    );

  test("asked, answered, approved by another, done, told", async () => {
    const started = await runner.start(close, { what: "2025-12" }, as("ada"));
    expect(started.state).toBe("consulting");
    const { undertaking } = started;
    const approve = { undertaking, decision: "approved", note: "" } as const;
    expect(await refused(runner.decide(approve, as("ben")))).toBe("not-asked-yet");
    expect((await runner.answer({ undertaking, text: "Fine." }, as("cleo"))).state).toBe("consulting");
    expect(await refused(runner.answer({ undertaking, text: "Again." }, as("cleo")))).toBe("not-asked");
    expect((await runner.answer({ undertaking, text: "Fine too." }, as("dan"))).state).toBe("awaiting approval");
    expect(await refused(runner.decide(approve, as("ada")))).toBe("not-accountable");
    // A client that nobody asked does not learn that it is there.
    expect(await refused(runner.decide(approve, as("gus")))).toBe("unknown-undertaking");
    expect(done).toEqual([]);
    expect((await runner.decide(approve, as("ben"))).state).toBe("done");
    expect(done).toEqual(["2025-12"]);
    expect(await refused(runner.decide(approve, as("ben")))).toBe("undertaking-over");
    expect(await inbox("gus")).toEqual(["informed"]);
    expect(await inbox("ben")).toEqual(["approval.asked"]);
    expect(await inbox("dan")).toEqual(["consulted"]);
  });

  test("who supports prepares it, who is responsible takes it up", async () => {
    const started = await runner.start(weights, { what: "plan" }, as("dan"));
    expect(started.state).toBe("prepared");
    const { undertaking } = started;
    expect(await inbox("eve")).toEqual(["prepared"]);
    expect(await refused(runner.takeUp(undertaking, as("dan")))).toBe("not-responsible");
    expect((await runner.takeUp(undertaking, as("eve"))).state).toBe("consulting");
    expect(await refused(runner.takeUp(undertaking, as("eve")))).toBe("not-prepared");
    now = noon + 3 * days;
    await runner.timeOut(tenantOne);
    expect((await runner.decide({ undertaking, decision: "approved", note: "" }, as("fay"))).state).toBe("done");
    expect(done).toEqual(["plan"]);
  });

  test("goes on by itself three days later, not a second before", async () => {
    const { undertaking } = await runner.start(close, { what: "2025-12" }, as("ada"));
    now = noon + 3 * days - 1;
    expect(await runner.timeOut(tenantOne)).toBe(0);
    now = noon + 3 * days;
    expect(await runner.timeOut(tenantOne)).toBe(1);
    const { state } = await runner.decide({ undertaking, decision: "approved", note: "" }, as("ben"));
    expect(state).toBe("done");
  });

  test("rejected with a reason, withdrawn by who started it", async () => {
    const { undertaking } = await runner.start(close, { what: "2025-12" }, as("ada"));
    expect(await refused(runner.withdraw(undertaking, as("ben")))).toBe("not-yours");
    now = noon + 3 * days;
    await runner.timeOut(tenantOne);
    const reject = { undertaking, decision: "rejected", note: " " } as const;
    expect(await refused(runner.decide(reject, as("ben")))).toBe("reason-missing");
    expect((await runner.decide({ ...reject, note: "Outages are missing." }, as("ben"))).state).toBe("rejected");
    const second = await runner.start(close, { what: "2025-11" }, as("ada"));
    expect((await runner.withdraw(second.undertaking, as("ada"))).state).toBe("withdrawn");
    expect(done).toEqual([]);
  });

  test("both parties sign, never one person", async () => {
    const { undertaking } = await runner.start(sign, { what: "sla" }, as("eve"));
    now = noon + 3 * days;
    await runner.timeOut(tenantOne);
    const approve = { undertaking, decision: "approved", note: "" } as const;
    expect(await refused(runner.decide(approve, as("eve")))).toBe("already-approved");
    expect(await refused(runner.decide(approve, as("fay")))).toBe("not-accountable");
    expect((await runner.decide(approve, as("hal"))).state).toBe("done");
  });

  test.each([
    ["gus", "not-responsible"],
    ["ben", "not-responsible"],
    ["cleo", "not-responsible"],
  ])("%s may not close a period", async (person, code) => {
    expect(await refused(runner.start(close, { what: "2025-12" }, as(person)))).toBe(code);
  });

  test("the system does what is the system's, at once; a person of its row may set it to work", async () => {
    expect((await runner.start(propose, { what: "a" }, { who: systemOf(tenantOne) })).state).toBe("done");
    expect((await runner.start(propose, { what: "b" }, as("dan"))).state).toBe("done");
    expect(await refused(runner.start(propose, { what: "c" }, as("gus")))).toBe("not-responsible");
    expect(await refused(runner.start(close, { what: "d" }, { who: systemOf(tenantOne) }))).toBe("person-only");
    expect(done).toEqual(["a", "b"]);
  });

  test("a client sees what it is asked about, and nothing else that was started", async () => {
    await runner.start(close, { what: "2025-12" }, as("ada"));
    const asked = await runner.start(sign, { what: "sla" }, as("eve"));
    now = noon + 3 * days;
    await runner.timeOut(tenantOne);
    const seen = await store.gate.unit(as("hal").who, ({ db }) =>
      db.selectFrom("undertakings").select("undertaking_id").where("tenant_id", "=", tenantOne).execute(),
    );
    expect(seen).toEqual([{ undertaking_id: asked.undertaking }]);
  });

  test("what fails leaves nothing behind", async () => {
    const failing = { ...propose, work: () => Promise.reject(new Error("fault")) };
    await expect(runner.start(failing, { what: "a" }, { who: systemOf(tenantOne) })).rejects.toThrow("fault");
    const rows = await store.gate.unit(systemOf(tenantOne), ({ db }) =>
      db.selectFrom("audit").selectAll().where("tenant_id", "=", tenantOne).execute(),
    );
    expect(rows).toEqual([]);
  });
});
