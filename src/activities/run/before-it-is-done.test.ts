import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Instant } from "../../engine/time/instant.ts";
import { noDatabase, systemOf, type TestStore, tenantOne, testStore } from "../../store/fixture/test-store.ts";
import type { Who } from "../../store/gate.ts";
import { newId } from "../../store/new-id.ts";
import { Refusal } from "../../wire/refusal.ts";
import { activity } from "../activity.ts";
import { openRunner, type Runner } from "./runner.ts";

const noon = 1_767_268_800; // 2026-01-01T12:00Z

const staff = [
  ["ada", "tideway", "provider", "SLM"],
  ["ben", "tideway", "provider", "PO"],
  ["cleo", "tideway", "provider", "SO"],
  ["nora", "tideway", "provider", null],
  ["gus", "meridian", "client", "CR"],
] as const;

/** What was prepared, and what was done. */
const told: string[] = [];

/** R SLM, A PO (approves, other than R), C SO and FIN, I CR. */
const close = activity({
  name: "close a period",
  summary: "Computes long, then does it.",
  path: "/it",
  input: z.object({ what: z.string() }),
  output: z.object({ did: z.string() }),
  about: ({ what }) => ({ contract: null, subject: what }),
  prepare: async (_, { what }) => {
    told.push(`prepared ${what}`);
    return what;
  },
  work: async (_, __, what) => {
    told.push(`did ${what}`);
    return { did: what };
  },
});

describe.skipIf(noDatabase())("before it is done", () => {
  let store: TestStore;
  let runner: Runner;

  beforeEach(async () => {
    await store?.close();
    store = await testStore();
    told.length = 0;
    await store.gate.unit(systemOf(tenantOne), async ({ db }) => {
      const of = { tenant_id: tenantOne };
      await db
        .insertInto("tenants")
        .values({ ...of, name: "Tideway", created: 0 })
        .execute();
      for (const [party_id, kind] of new Map(staff.map(([, party, kind]) => [party, kind])))
        await db
          .insertInto("parties")
          .values({ ...of, party_id, kind, name: party_id })
          .execute();
      for (const [person_id, party_id, , role] of staff) {
        const person = { ...of, person_id, party_id, name: person_id, email: `${person_id}@example.com`, created: 0 };
        await db.insertInto("people").values(person).execute();
        if (role === null) continue;
        const held = { ...of, holding_id: newId(), person_id, role, from_at: 0, granted_by: "system" };
        await db.insertInto("holdings").values(held).execute();
      }
    });
    const [now, compute] = [() => noon as Instant, async () => null];
    runner = openRunner({ gate: store.gate, now, engine: "test", compute, activities: [close] });
  });
  afterAll(() => store.close());

  const as = (person: string): { readonly who: Who } => {
    const [, party, side] = staff.find(([name]) => name === person) ?? staff[0];
    return { who: { tenant: tenantOne, person, party, side } };
  };
  const refused = (attempt: Promise<unknown>) =>
    attempt.then(
      () => "done",
      ({ code }: { code: string }) => code,
    );
  const startedByAda = async () => {
    const { undertaking } = await runner.start(close, { what: "2025-12" }, as("ada"));
    told.length = 0;
    return undertaking;
  };

  test("whoever may not start it causes no computing", async () => {
    for (const person of ["nora", "gus"])
      expect(await refused(runner.start(close, { what: "x" }, as(person)))).toBe("not-responsible");
    expect(told).toEqual([]);
  });

  test("what must hold is looked at before computing, and again when it is done", async () => {
    let looked = 0;
    const before = (from: number) => async () => {
      if (++looked > from) throw new Refusal("changed-since", "It was changed.");
    };
    expect(await refused(runner.start(close, { what: "x" }, { ...as("ada"), before: before(0) }))).toBe(
      "changed-since",
    );
    expect(told).toEqual([]);
    looked = 0;
    expect(await refused(runner.start(close, { what: "x" }, { ...as("ada"), before: before(1) }))).toBe(
      "changed-since",
    );
    expect(told).toEqual(["prepared x"]);
  });

  test("nothing is prepared to take it back, to reject it, to answer first, or for who may not approve", async () => {
    const first = await startedByAda();
    expect(await refused(runner.decide({ undertaking: first, decision: "approved", note: "" }, as("nora")))).toBe(
      "not-accountable",
    );
    await runner.withdraw(first, as("ada"));
    const second = await startedByAda();
    await runner.answer({ undertaking: second, text: "Fine." }, as("cleo"));
    const decide = (decision: "approved" | "rejected", person: string) =>
      runner.decide({ undertaking: second, decision, note: "Outages are missing." }, as(person));
    expect(await refused(decide("approved", "nora"))).toBe("not-accountable");
    await decide("rejected", "ben");
    expect(told).toEqual([]);
  });

  test("with the last approval it is prepared once and done once", async () => {
    const undertaking = await startedByAda();
    await runner.answer({ undertaking, text: "Fine." }, as("cleo"));
    await runner.decide({ undertaking, decision: "approved", note: "" }, as("ben"));
    expect(told).toEqual(["prepared 2025-12", "did 2025-12"]);
    const approvals = await store.gate.unit(systemOf(tenantOne), ({ db }) =>
      db.selectFrom("approvals").select("person_id").where("tenant_id", "=", tenantOne).execute(),
    );
    expect(approvals).toEqual([{ person_id: "ben" }]);
  });

  test("whoever cannot see an undertaking learns nothing of it, also when it is over", async () => {
    const undertaking = await startedByAda();
    const all = () => [
      refused(runner.decide({ undertaking, decision: "approved", note: "" }, as("gus"))),
      refused(runner.answer({ undertaking, text: "I was not asked." }, as("gus"))),
      refused(runner.withdraw(undertaking, as("gus"))),
      refused(runner.takeUp(undertaking, as("gus"))),
    ];
    for (const each of all()) expect(await each).toBe("unknown-undertaking");
    await runner.withdraw(undertaking, as("ada"));
    for (const each of all()) expect(await each).toBe("unknown-undertaking");
  });
});
