import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Instant } from "../engine/time/instant.ts";
import { addHappening } from "../store/add-happening.ts";
import { deadLetters, redeliver } from "../store/deliveries/dead-letters.ts";
import { claimWebhooks } from "../store/deliveries/send-list.ts";
import { addWebhook, changeWebhook, rotateSecret, webhooks } from "../store/deliveries/webhooks.ts";
import { noDatabase, systemOf, type TestStore, tenantOne, testStore } from "../store/fixture/test-store.ts";
import type { Gate } from "../store/gate.ts";
import { type Receiver, signatureOf, startReceiver } from "./fixture/receiver.ts";
import { type Keeping, keepOnce } from "./keeper.ts";
import { pause, sendDeliveries } from "./webhooks.ts";

const who = systemOf(tenantOne);

describe.skipIf(noDatabase())("webhooks", () => {
  let store: TestStore;
  let receiver: Receiver;
  let hook: { id: string; secret: string };
  let time = 1000 as Instant;

  beforeAll(async () => {
    store = await testStore();
    receiver = await startReceiver();
    await store.gate.unit(who, async (unit) => {
      await unit.db.insertInto("tenants").values({ tenant_id: tenantOne, name: "One", created: 1 }).execute();
      hook = await addWebhook(unit, { url: receiver.url, topics: ["records.taken"], by: "ada", at: 1 });
    });
  });
  afterAll(async () => {
    await receiver.close();
    await store.close();
  });
  beforeEach(() => {
    receiver.arrived.length = 0;
    receiver.answers.length = 0;
    time = (time + 100_000) as Instant;
  });

  const keeping = (inner = true): Keeping => {
    const sending = { gate: store.gate, now: () => time, timeout: 1, inner, chance: () => 0 };
    const nothing = async (): Promise<undefined> => undefined;
    return {
      gate: store.gate,
      now: () => time,
      duties: {
        clocks: nothing,
        terms: nothing,
        keeping: nothing,
        consultations: nothing,
        deliveries: sendDeliveries(sending),
      },
      onFault: (error) => {
        throw error;
      },
    };
  };
  const happen = (n: number) =>
    store.gate.unit(who, (unit) =>
      addHappening(unit, { topic: "records.taken", contract: null, agreement: null, body: { n }, at: time }),
    );
  const later = (seconds: number): void => {
    time = (time + seconds) as Instant;
  };
  const numbers = () => receiver.arrived.map(({ body }) => (body.data as { n: number }).n);
  const dead = () => store.gate.unit(who, (unit) => deadLetters(unit, {}));

  test("are sent what happened, in order, signed with the secret that was told once", async () => {
    for (const n of [1, 2, 3]) await happen(n);
    expect(await keepOnce(keeping())).toBe(null);
    expect(numbers()).toEqual([1, 2, 3]);
    for (const arrived of receiver.arrived) expect(arrived.signature).toBe(signatureOf(arrived, hook.secret));
    expect(new Set(receiver.arrived.map(({ id }) => id)).size).toBe(3);
    expect(JSON.stringify(await store.gate.unit(who, webhooks))).not.toContain(hook.secret);
  });

  test("hear nothing of other topics", async () => {
    await store.gate.unit(who, (unit) =>
      addHappening(unit, { topic: "agreement.signed", contract: null, agreement: null, body: {}, at: time }),
    );
    await keepOnce(keeping());
    expect(receiver.arrived).toEqual([]);
  });

  test("are tried again later where they answered with a fault, and nothing overtakes", async () => {
    receiver.answers.push(500, 503);
    await happen(1);
    await happen(2);
    expect(await keepOnce(keeping())).toBe(time + 10);
    later(10);
    expect(await keepOnce(keeping())).toBe(time + 20);
    later(19);
    await keepOnce(keeping());
    expect(numbers()).toEqual([1, 1]);
    later(1);
    await keepOnce(keeping());
    expect(numbers()).toEqual([1, 1, 1, 2]);
    expect(new Set(receiver.arrived.map(({ id }) => id)).size).toBe(2);
  });

  test("that refuse one happening get the others", async () => {
    receiver.answers.push(422);
    await happen(1);
    await happen(2);
    await keepOnce(keeping());
    expect(numbers()).toEqual([1, 2]);
    later(10);
    await keepOnce(keeping());
    expect(numbers()).toEqual([1, 2, 1]);
  });

  test("that are silent, or point elsewhere, count as faults", async () => {
    receiver.answers.push(0, 302);
    await happen(1);
    await keepOnce(keeping());
    later(10);
    await keepOnce(keeping());
    later(20);
    await keepOnce(keeping());
    expect(receiver.arrived.map(({ headers }) => headers["underpin-id"])).toHaveLength(3);
    expect(await dead()).toEqual([]);
  });

  test("are given up after a day, listed, and sent again on request", async () => {
    await happen(1);
    for (let tries = 0; tries < 30; tries += 1) {
      receiver.answers.splice(0, receiver.answers.length, 500);
      const next = await keepOnce(keeping());
      if (next === null) break;
      time = next;
    }
    // 10 s doubling ten times (10 + 20 + … + 10240 = 20470 s), then four hours (14400 s) five times: 92470 s > 86400 s.
    // The attempt at 20470 + 4·14400 = 78070 s is the last within the day, the one at 92470 s the last of all.
    expect(receiver.arrived).toHaveLength(11 + 5 + 1);
    const [letter] = await dead();
    expect(letter).toMatchObject({ webhook: hook.id, attempts: 17, answer: "500", topic: "records.taken" });
    receiver.answers.length = 0;
    expect(await store.gate.unit(who, (unit) => redeliver(unit, { id: letter?.id ?? "", now: time }))).toBe(true);
    await keepOnce(keeping());
    expect(receiver.arrived.at(-1)?.id).toBe(receiver.arrived[0]?.id);
    expect(await dead()).toEqual([]);
  });

  test("get again what a killed process may have sent, under the same id", async () => {
    await happen(1);
    const hanging: Keeping = keeping();
    // The process dies after the claim: nothing of the attempt is written.
    await store.gate.unit(who, (unit) => claimWebhooks(unit, { now: time, until: time + 6 }));
    await keepOnce(hanging);
    expect(numbers()).toEqual([]);
    later(6);
    await keepOnce(hanging);
    expect(numbers()).toEqual([1]);
  });

  test("get again what was sent by a process that was killed before it wrote so", async () => {
    await happen(1);
    const isDead = (): boolean => receiver.arrived.length > 0;
    const killed = () => Promise.reject(new Error("killed"));
    const gate = {
      ...store.gate,
      unit: ((own, work) => (isDead() ? killed() : store.gate.unit(own, work))) as Gate["unit"],
    };
    const sending = { gate, now: () => time, timeout: 1, inner: true, chance: () => 0 };
    const said: string[] = [];
    const { duties, ...usual } = keeping();
    await keepOnce({
      ...{ ...usual, gate, lease: 5, onFault: (error) => said.push(error.message) },
      duties: { ...duties, deliveries: sendDeliveries(sending) },
    });
    expect(said).toEqual(["killed"]);
    expect(numbers()).toEqual([1]);
    later(6);
    await keepOnce(keeping());
    expect(numbers()).toEqual([1, 1]);
    expect(new Set(receiver.arrived.map(({ id }) => id)).size).toBe(1);
    later(100);
    await keepOnce(keeping());
    expect(numbers()).toEqual([1, 1]);
  });

  test("within the house are refused unless the setting allows them", async () => {
    await happen(1);
    await keepOnce(keeping(false));
    expect(receiver.arrived).toEqual([]);
    const last = await store.gate.unit(who, ({ db }) =>
      db.selectFrom("deliveries").select("last_answer").orderBy("happening", "desc").limit(1).executeTakeFirst(),
    );
    expect(last?.last_answer).toBe("http: is not https:");
    later(10);
    await keepOnce(keeping());
    expect(numbers()).toEqual([1]);
  });

  test("get another secret, and nothing while they are not active", async () => {
    const secret = await store.gate.unit(who, (unit) => rotateSecret(unit, hook.id));
    await store.gate.unit(who, (unit) => changeWebhook(unit, { id: hook.id, isActive: false, now: time }));
    await happen(1);
    await keepOnce(keeping());
    expect(receiver.arrived).toEqual([]);
    await store.gate.unit(who, (unit) => changeWebhook(unit, { id: hook.id, isActive: true, now: time }));
    await happen(2);
    await keepOnce(keeping());
    expect(numbers()).toEqual([2]);
    const [arrived] = receiver.arrived;
    expect(arrived && signatureOf(arrived, String(secret))).toBe(arrived?.signature);
  });

  test("wait longer each time, and not all for the same time", () => {
    expect([0, 1, 2, 10, 11, 40].map((attempts) => pause(attempts, () => 0))).toEqual([
      10, 20, 40, 10_240, 14_400, 14_400,
    ]);
    expect(pause(0, () => 0.999)).toBe(11);
  });
});
