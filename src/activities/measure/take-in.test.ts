import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoFiles as recordFiles } from "../../../sim/manifest.ts";
import { usualSeed } from "../../../sim/write-demo.ts";
import { takeRecords } from "../../desk/take-records.ts";
import type { Fact } from "../../engine/record/record.ts";
import { instant } from "../../engine/time/instant.ts";
import { type BoardRow, readBoard, readWarnings } from "../../store/clocks/read-clocks.ts";
import { noDatabase, systemOf, type TestStore, tenantOne, testStore } from "../../store/fixture/test-store.ts";
import type { Unit } from "../../store/gate.ts";
import { newId } from "../../store/new-id.ts";
import { loadFacts } from "../../store/records/load-facts.ts";
import { readBatches } from "../../store/records/read-batches.ts";
import { readHeld, readRecord } from "../../store/records/read-record.ts";
import type { Mapping } from "../../wire/mapping/mapping.ts";
import { readMappings } from "../../wire/mapping/read-mappings.ts";
import type { WrittenEvent } from "../../wire/records/event.ts";
import { contract, demoFiles, draftContract } from "../establish/fixture/demo-contract.ts";
import { correctARecord } from "./correct-a-record.ts";
import { takeInFile } from "./take-in-file.ts";
import { takeInRecords } from "./take-in-records.ts";
import { warnDue } from "./warn-due.ts";

const now = instant(Date.UTC(2024, 4, 2) / 1000);
const byId = (facts: readonly Fact[]): readonly Fact[] => facts.toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe.skipIf(noDatabase())("records of a month of the demonstration", () => {
  let store: TestStore;
  let folder: string;
  let mapping: Mapping;
  let people: Awaited<ReturnType<typeof draftContract>>;
  beforeAll(async () => {
    store = await testStore();
    people = await draftContract(store);
    people.now = now;
    folder = await mkdtemp(join(tmpdir(), "underpin-take-"));
    const files = (await demoFiles()).filter(({ text }) => /^mappings:/m.test(text)).map(readMappings);
    mapping = Object.assign({}, ...files.map(({ mappings }) => mappings))["demo-incidents"];
    const text = recordFiles(usualSeed).find((one) => one.mapping === "demo-incidents")?.text ?? "";
    const [head, ...lines] = text.split("\n");
    const month = lines.filter((line) => line.startsWith("INC2404"));
    await writeFile(join(folder, "one.csv"), [head, ...month.slice(0, 900)].join("\n"));
    await writeFile(join(folder, "two.csv"), [head, ...month.slice(600, 1200)].join("\n"));
  });
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  const take = (name: string, batch = newId()) =>
    takeInFile({
      ...{ gate: store.gate, who: systemOf(tenantOne), contract, batch, path: join(folder, name), name, sha256: null },
      ...{ mapping: { id: "demo-incidents", mapping }, by: "system", now: () => now },
    });
  const stored = () => store.gate.unit(systemOf(tenantOne), (unit) => loadFacts(unit, { contract, kind: "incidents" }));
  const desk = async (names: readonly string[]) => {
    const files = names.map((name) => ({ path: join(folder, name), mapping }));
    return (await takeRecords(files, { learned: now })).facts;
  };

  test("a file gives the histories that the desk reads from it, and again nothing new", async () => {
    const batch = newId();
    const first = await take("one.csv", batch);
    const { rows, used, repeated, held, left } = first.account;
    expect([rows, used + repeated + held + left]).toEqual([900, 900]);
    expect(byId(await stored())).toEqual(byId(await desk(["one.csv"])));
    expect((await take("one.csv", batch)).account).toEqual(first.account);
    expect(byId(await stored())).toEqual(byId(await desk(["one.csv"])));
  });

  test("an overlapping file gives what the desk makes of both", async () => {
    await take("two.csv");
    expect(byId(await stored())).toEqual(byId(await desk(["one.csv", "two.csv"])));
    const again = await take("two.csv");
    expect(again.account.used).toBe(0);
    expect(byId(await stored())).toEqual(byId(await desk(["one.csv", "two.csv"])));
  });

  test("what was passed is found once, by two that look at once", async () => {
    const look = () => store.gate.unit(systemOf(tenantOne), (unit) => warnDue(unit, now, 1000));
    const [a, b] = await Promise.all([look(), look()]);
    const { rows } = await store.gate.unit(systemOf(tenantOne), ({ session }) =>
      session.query("select count(*)::integer as count from underpin.warnings"),
    );
    expect(rows).toEqual([{ count: a.warnings + b.warnings }]);
    expect(a.warnings + b.warnings).toBeGreaterThan(0);
    expect((await look()).warnings).toBe(0);
    expect((await look()).next ?? Number.POSITIVE_INFINITY).toBeGreaterThan(now);
  });
});

describe.skipIf(noDatabase())("events that tools send", () => {
  let store: TestStore;
  let people: Awaited<ReturnType<typeof draftContract>>;
  beforeAll(async () => {
    store = await testStore();
    people = await draftContract(store);
    people.now = now;
  });
  afterAll(() => store.close());

  const send = (events: readonly WrittenEvent[]) =>
    people.perform(takeInRecords, { contract, events: [...events] }, { startedBy: "callum-reyes", approvedBy: [] });
  const look = () =>
    store.gate.unit(systemOf(tenantOne), async (unit) => {
      await warnDue(unit, now, 1000);
      const facts = await loadFacts(unit, { contract, kind: "incidents" });
      const clocks = await unit.session.query(
        `select agreement_id, level_id, record_id, stage, cycle, state, due, next_at, next_what, clock from underpin.live_clocks
         order by 1, 2, 3, 4`,
      );
      const warnings = await unit.session.query(
        "select agreement_id, level_id, record_id, stage, cycle, warning, passed_at, late from underpin.warnings order by 1, 2, 3, 4, 5, 6",
      );
      return { facts, clocks: clocks.rows, warnings: warnings.rows };
    });
  let made = 0;
  /** Three tickets of the evening before: one resolved, one waiting, one open. */
  function tickets(): readonly WrittenEvent[] {
    made += 1;
    const event = (record: number, sequence: number, change: WrittenEvent["change"]): WrittenEvent => ({
      ...{ source: "desk", kind: "incidents", record: `T${made}-${record}`, sequence, change },
      happened: instant(now - 40_000 + sequence * 600),
      learned: instant(now - 30_000),
    });
    return [0, 1, 2].flatMap((record) => [
      event(record, 0, { kind: "moment", moment: "opened" }),
      event(record, 1, { kind: "field", field: "priority", value: "P1" }),
      event(record, 2, { kind: "state", state: { kind: "open", name: "new" } }),
      event(record, 3, { kind: "state", state: { kind: "open", name: "in progress" } }),
      ...(record === 0 ? [event(record, 4, { kind: "state", state: { kind: "resolved" } })] : []),
      ...(record === 1
        ? [event(record, 4, { kind: "state", state: { kind: "waiting", reason: "client-answer" } })]
        : []),
    ]);
  }
  const named = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll(/T\d+-/g, "T-"));
  const own = async (prefix: string) => {
    const all = await look();
    const of = (rows: readonly unknown[]) => rows.filter((row) => JSON.stringify(row).includes(`"${prefix}`));
    return named({ facts: of(all.facts), clocks: of(all.clocks), warnings: of(all.warnings) });
  };

  test("in any order, in any batches, twice: the same histories, clocks and warnings", async () => {
    await send(tickets());
    const once = await own("T1-");
    expect((once as { clocks: readonly unknown[] }).clocks.length).toBeGreaterThan(0);
    expect((once as { warnings: readonly unknown[] }).warnings.length).toBeGreaterThan(0);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(100), { minLength: 14, maxLength: 14 }),
        fc.integer({ min: 1, max: 9 }),
        async (order, size) => {
          const events = tickets();
          const mixed = [...events, ...events]
            .map((event, at) => ({ event, at: order[at % order.length] ?? 0 }))
            .sort((a, b) => a.at - b.at)
            .map(({ event }) => event);
          for (let from = 0; from < mixed.length; from += size) await send(mixed.slice(from, from + size));
          expect(await own(`T${made}-`)).toEqual(once);
        },
      ),
      { numRuns: 6 },
    );
  });

  test("another word under the same number is held, once, and not used", async () => {
    const [first] = tickets() as readonly [WrittenEvent];
    await send([first]);
    const other: WrittenEvent = { ...first, change: { kind: "moment", moment: "closed" } };
    for (const _ of [1, 2]) {
      const { account, findings } = await send([first, other]);
      expect(account).toMatchObject({ rows: 2, used: 0, repeated: 1, held: 1 });
      expect(findings).toMatchObject([{ code: "event-contradicts", record: first.record }]);
    }
    const held = await store.gate.unit(systemOf(tenantOne), ({ session }) =>
      session.query("select count(*)::integer as count from underpin.held_events"),
    );
    expect(held.rows).toEqual([{ count: 1 }]);
  });

  test("a correction is added beside what was said, moves the clocks, and is refused for no record", async () => {
    const events = tickets();
    await send(events);
    const key = { kind: "incidents", tool: "desk", id: events[0]?.record.replace("-0", "-2") ?? "" } as const;
    const by = { startedBy: "callum-reyes", approvedBy: [] };
    const said = {
      contract,
      ...{ kind: key.kind, tool: key.tool },
      happened: instant(now - 20_000),
      reason: "seen in the log",
    };
    const change = { kind: "state", state: { kind: "resolved" } } as const;
    const board = () => read((unit) => readBoard(unit, contract, { after: null, limit: 500 }));
    const has = async () => (await board()).some(({ clock }) => clock.record === key.id);
    expect(await has()).toBe(true);
    await people.perform(correctARecord, { ...said, record: key.id, change }, by);
    expect(await has()).toBe(false);
    const record = await read((unit) => readRecord(unit, contract, key));
    expect(record?.events.length).toBe(5);
    expect(record?.events.at(-1)).toMatchObject({ change, source: { file: "correction" }, learned: now });
    await expect(people.perform(correctARecord, { ...said, record: "none", change }, by)).rejects.toThrow(
      /no incidents/,
    );
    await expect(people.perform(correctARecord, { ...said, record: key.id, change }, by)).rejects.toThrow(/already/);
  });

  test("the board and the lists are read page by page, each row once", async () => {
    const whole = await read((unit) => readBoard(unit, contract, { after: null, limit: 500 }));
    const [first, ...rest] = whole;
    const { agreement, level, recordKind, tool, record } = (first as BoardRow).clock;
    const after = [first?.place ?? 0, agreement, level, recordKind, tool, record, first?.stage ?? 0];
    expect(await read((unit) => readBoard(unit, contract, { after, limit: 500 }))).toEqual(rest);
    expect((await read((unit) => readBatches(unit, contract, { after: null, limit: 3 }))).length).toBe(3);
    expect((await read((unit) => readHeld(unit, contract, { after: null, limit: 3 }))).length).toBe(1);
    const warnings = await read((unit) => readWarnings(unit, { contract, since: 0 }, { after: null, limit: 500 }));
    expect(warnings.length).toBeGreaterThan(0);
  });

  const read = <T>(work: (unit: Unit) => Promise<T>): Promise<T> => store.gate.unit(systemOf(tenantOne), work);
});
