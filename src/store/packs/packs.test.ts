import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { at, becomes, incident, record, says } from "../../engine/measure/fixture/story.ts";
import type { Change, Fact, RecordEvent } from "../../engine/record/record.ts";
import { type Instant, instant } from "../../engine/time/instant.ts";
import { noDatabase, systemOf, type TestStore, tenantOne, testStore } from "../fixture/test-store.ts";
import type { Unit } from "../gate.ts";
import { factsOfPacks } from "./facts-of-packs.ts";
import { putContract } from "./fixture/put-contract.ts";
import { putFacts } from "./fixture/put-facts.ts";
import { loadPacks } from "./load-packs.ts";
import { packHistories } from "./pack-histories.ts";
import { isWhole, unpackHistories } from "./unpack-histories.ts";

const text = fc.string({ unit: "binary", maxLength: 8 });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant("field" as const), field: text, value: fc.option(text) }),
  fc.record({ kind: fc.constant("moment" as const), moment: text }),
  fc.record({ kind: fc.constant("value" as const), value: fc.option(text) }),
  fc.record({ kind: fc.constant("state" as const), state: fc.constant({ kind: "resolved" as const }) }),
);
const event: fc.Arbitrary<RecordEvent> = fc.record({
  happened: fc.integer({ min: -5e9, max: 5e9 }).map(instant),
  learned: fc.integer({ min: 0, max: 5e9 }).map(instant),
  sequence: fc.maxSafeInteger(),
  source: fc.record({ file: text, row: fc.nat({ max: 2 ** 31 - 1 }) }),
  change,
});
const history = fc.record({
  id: text,
  kind: fc.constant("incidents" as const),
  tool: text,
  joined: fc.boolean(),
  events: fc.array(event, { maxLength: 6 }),
});

describe("a pack", () => {
  test("gives back what was packed", () =>
    fc.assert(
      fc.property(fc.array(history, { maxLength: 5 }), (histories) => {
        const pack = packHistories(histories);
        expect(isWhole(pack)).toBe(true);
        expect(unpackHistories(pack.bytes).histories).toEqual(histories);
      }),
    ));

  test("with one bit turned is not whole", () =>
    fc.assert(
      fc.property(fc.array(history, { minLength: 1, maxLength: 3 }), fc.nat(), (histories, at) => {
        const pack = packHistories(histories);
        const bytes = Uint8Array.from(pack.bytes);
        bytes[at % bytes.length] = (bytes[at % bytes.length] as number) ^ 1;
        expect(isWhole({ ...pack, bytes })).toBe(false);
      }),
    ));
});

describe.skipIf(noDatabase())("packs of a contract", () => {
  let store: TestStore;
  const read = <T>(work: (unit: Unit) => Promise<T>): Promise<T> => store.gate.unit(systemOf(tenantOne), work);
  const later = at("2027-01-01");
  const load = async (until: Instant = later) => {
    const { packs, made } = await loadPacks(read, "quay", later);
    return { made, ...factsOfPacks(packs, until) };
  };
  const facts: readonly Fact[] = [
    incident("I1", ["2026-01-05 09:00", "2026-01-05 12:00"], { priority: "P1" }),
    incident("I2", ["2026-01-31 23:00", "2026-02-01 02:00"]),
    incident("I3", ["2026-02-02 09:00", null]),
    record("outages", "O1", [["2026-01-07 10:00", says("began")]]),
  ];
  beforeAll(async () => {
    store = await testStore();
    await read(async (unit) => {
      await putContract(unit, "quay");
      await putFacts(unit, "quay", facts);
    });
  });
  afterAll(() => store.close());

  test("are made once and hold every event in its order", async () => {
    // Incidents of January and February, outages of January: three packs.
    const first = await load();
    expect(first.made).toBe(3);
    expect(first.facts).toEqual(facts);
    const second = await load();
    expect(second).toEqual({ ...first, made: 0 });
  });

  test("of a record that something new is told of are made anew, and what was known before stays as it was", async () => {
    const before = await load();
    const more = record("incidents", "I3", [["2026-02-03 09:00", becomes("resolved")]]);
    const late = { ...more, events: more.events.map((one) => ({ ...one, learned: at("2026-06-01"), sequence: 9 })) };
    await read((unit) => putFacts(unit, "quay", [late]));
    const after = await load();
    expect(after.made).toBe(1);
    expect(after.facts.find(({ id }) => id === "I3")?.events.length).toBe(3);
    expect(after.digest).not.toBe(before.digest);
    expect(await load(at("2026-05-01"))).toEqual({ ...before, made: 0 });
  });

  test("that were damaged are noticed and made anew", async () => {
    const before = await load();
    const damage =
      "update underpin.packs set bytes = set_byte(bytes, 20, get_byte(bytes, 20) # 1) where kind = 'outages'";
    await read((unit) => unit.session.query(damage));
    expect(await load()).toEqual({ ...before, made: 1 });
    expect(await load()).toEqual({ ...before, made: 0 });
  });

  test("two records that change places between two months are noticed, though the counts stay", async () => {
    // I2 gets an event of February moved before; one of January joins I3: both months keep their numbers.
    await read((unit) =>
      unit.session.query(`update underpin.records set bucket = case bucket when 24312 then 24313 else 24312 end
                          where record_id in ('I2', 'I3')`),
    );
    expect((await load()).made).toBe(2);
  });
});
