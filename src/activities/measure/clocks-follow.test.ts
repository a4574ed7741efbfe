import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Fact } from "../../engine/record/record.ts";
import { type Instant, instant } from "../../engine/time/instant.ts";
import type { LiveClock } from "../../engine/watch/live-clock.ts";
import { takeDueTerms } from "../../store/clocks/clock-terms.ts";
import { addStated } from "../../store/contracts/stated-facts.ts";
import { noDatabase, systemOf, type TestStore, tenantOne, testStore } from "../../store/fixture/test-store.ts";
import { loadFacts } from "../../store/records/load-facts.ts";
import type { WrittenEvent } from "../../wire/records/event.ts";
import { draftAnSla } from "../agree/draft-an-sla.ts";
import { changedFile, contract, demoFiles, draftContract } from "../establish/fixture/demo-contract.ts";
import { clocksOfFacts, storedClocks } from "./fixture/live-clocks.ts";
import { rereadClocks } from "./reread-clocks.ts";
import { takeInRecords } from "./take-in-records.ts";

/** An instant in London, where May 2024 is an hour ahead of UTC. */
const london = (text: string): Instant => instant(Date.parse(`${text}:00+01:00`) / 1000);
const by = { startedBy: "callum-reyes", approvedBy: [] };

/** The contract of the demonstration, where a ticket inherits the start of those merged into it. */
async function files() {
  const sla = await changedFile("sla.yaml", "      compare_at: 2 decimals", earliest);
  return (await demoFiles()).map((file) => (file.name === sla.name ? sla : file));
}
const earliest = "      compare_at: 2 decimals\n      merged: earliest start";

describe.skipIf(noDatabase())("clocks follow what they depend on", () => {
  let store: TestStore;
  let people: Awaited<ReturnType<typeof draftContract>>;
  beforeAll(async () => {
    store = await testStore();
    people = await draftContract(store, await files());
  });
  afterAll(() => store.close());
  let made = 0;
  beforeEach(() => {
    made += 1;
    people.now = london("2024-05-02T12:00");
  });

  const event = (record: string, sequence: number, [at, change]: Said): WrittenEvent => ({
    ...{ source: "desk", kind: "incidents", record: `${record}${made}`, sequence, change },
    happened: london(at),
    learned: london(at),
  });
  const send = (events: readonly WrittenEvent[]) =>
    people.perform(takeInRecords, { contract, events: [...events] }, by);
  const system = systemOf(tenantOne);
  const facts = (): Promise<readonly Fact[]> =>
    store.gate.unit(system, (unit) => loadFacts(unit, { contract, kind: "incidents" }));
  const repair = async (record: string): Promise<LiveClock | undefined> =>
    (await storedClocks(store)).find((one) => one.level === "repair" && one.record === `${record}${made}`);
  const reread = (limit = 500, at = people.now) =>
    rereadClocks({ gate: store.gate, who: system, contract, now: () => at, limit });

  const due = () => store.gate.unit(system, (unit) => takeDueTerms(unit, people.now));

  const isNew = { kind: "state", state: { kind: "open", name: "new" } } as const;
  const opened = (record: string, at: string) => [
    event(record, 0, [at, { kind: "moment", moment: "opened" }]),
    event(record, 1, [at, { kind: "field", field: "priority", value: "P3" }]),
    event(record, 2, [at, isNew]),
  ];
  const merged = (at: string) =>
    event("OLD", 3, [at, { kind: "state", state: { kind: "merged", into: `NEW${made}` } }]);

  // OLD is opened on Monday at 09:00, NEW on Thursday at 09:00; at 10:00 OLD is merged into NEW.
  test.each([
    ["old, new, merge", [0, 1, 2]],
    ["new, then old with the merge", [1, 0, 2]],
    ["the merge first of all", [2, 1, 0]],
    ["the merge before the opening of the old one", [1, 2, 0]],
  ])("a ticket that another was merged into starts with it: %s", async (_, order) => {
    const parts = [opened("OLD", "2024-04-29T09:00"), opened("NEW", "2024-05-02T09:00"), [merged("2024-05-02T10:00")]];
    for (const at of order) await send(parts[at] ?? []);
    expect((await repair("NEW"))?.started).toBe(london("2024-04-29T09:00"));
    expect(await repair("OLD")).toBeUndefined();
    expect(await storedClocks(store)).toEqual(await clocksOfFacts(store, { contract, at: people.now }, await facts()));
  });

  test("relief that was granted moves clocks that run, once all are read again, some at a time", async () => {
    for (const name of ["A", "B", "C"]) await send(opened(name, "2024-05-02T09:00"));
    await reread();
    const before = await repair("B");
    const entry = {
      ...{ id: "REL-LATE", agreement: "meridian-sla", ground: "client-work", clause: "clause 14.1" },
      ...{ takes_out: "time", levels: ["repair"], from: "2024-05-02 09:30", until: "2024-05-02 11:30" },
      ...{ evidence: ["work order"], granted_by: "hester-quayle", granted: "2024-05-02" },
    };
    await store.gate.unit(system, (unit) =>
      addStated(unit, contract, [{ id: "REL-LATE", list: "relief", entry, learned: people.now, by: "system" }]),
    );
    expect(await repair("B")).toEqual(before);
    const { changed } = await reread(2);
    expect(changed).toBeGreaterThan(0);
    expect((await repair("B"))?.remaining).toBe(Number(before?.remaining) + 2 * 3600);
    expect(await storedClocks(store)).toEqual(await clocksOfFacts(store, { contract, at: people.now }, await facts()));
    expect(await reread()).toEqual({ records: 0, changed: 0 });
  });

  test("another text has all clocks read again, also those that no event touches", async () => {
    await send(opened("A", "2024-05-02T09:00"));
    await due();
    await reread();
    const before = await repair("A");
    const written = (await files()).find(({ name }) => name === "sla.yaml");
    const text = written?.text.replaceAll("P3: {within: 3 business days", "P3: {within: 1 business day") ?? "";
    const change = { contract, based_on: 1, removes: [], note: "quicker", files: [{ name: "sla.yaml", text }] };
    await people.perform(draftAnSla, change, by);
    expect(await due()).toEqual([contract]);
    expect(await due()).toEqual([]);
    expect((await reread(1)).changed).toBeGreaterThan(0);
    expect(Number((await repair("A"))?.due)).toBeLessThan(Number(before?.due));
    expect(await storedClocks(store)).toEqual(await clocksOfFacts(store, { contract, at: people.now }, await facts()));
  });

  test("a reading that was broken off goes on where it was", async () => {
    await send(opened("A", "2024-05-02T09:00"));
    const stop = new AbortController();
    const text = await changedFile("sla.yaml", "compare_at: 2 decimals", "compare_at: 3 decimals");
    await people.perform(draftAnSla, { contract, based_on: 2, removes: [], note: "exact", files: [text] }, by);
    const begun = { gate: store.gate, who: system, contract, now: () => people.now, limit: 3, signal: stop.signal };
    await expect(rereadClocks({ ...begun, onProgress: () => stop.abort() })).rejects.toThrow();
    const all = (await facts()).length;
    const rest: number[] = [];
    await rereadClocks({ ...begun, signal: new AbortController().signal, onProgress: (n) => rest.push(n) });
    expect(rest.length).toBe(Math.ceil((all - 3) / 3) + 1);
  });
});

type Said = readonly [at: string, change: WrittenEvent["change"]];
