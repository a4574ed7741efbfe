import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoFiles as recordFiles } from "../../../sim/manifest.ts";
import { usualSeed } from "../../../sim/write-demo.ts";
import { isStated } from "../../desk/contract-text.ts";
import { reportsOf } from "../../desk/make-reports.ts";
import { readyJobOf } from "../../desk/ready-job.ts";
import { periodsNamed } from "../../desk/report-periods.ts";
import { statedFacts } from "../../desk/stated-facts.ts";
import { takeRecords } from "../../desk/take-records.ts";
import type { Fact } from "../../engine/record/record.ts";
import { instant } from "../../engine/time/instant.ts";
import { documentOf } from "../../store/contracts/read-files.ts";
import { noDatabase, systemOf, type TestStore, tenantOne, testStore } from "../../store/fixture/test-store.ts";
import { loadFacts } from "../../store/records/load-facts.ts";
import { readReportRevision } from "../../store/results/read-report.ts";
import type { Mapping } from "../../wire/mapping/mapping.ts";
import { readMappings } from "../../wire/mapping/read-mappings.ts";
import type { WrittenEvent } from "../../wire/records/event.ts";
import { changedFile, contract, demoFiles, draftContract } from "../establish/fixture/demo-contract.ts";
import { evaluateAPeriod } from "./evaluate-a-period.ts";
import { clocksOfFacts, storedClocks } from "./fixture/live-clocks.ts";
import { takeInRecords } from "./take-in-records.ts";
import { warnDue } from "./warn-due.ts";

const [seen, known] = [instant(Date.UTC(2024, 3, 17, 13) / 1000), instant(Date.UTC(2024, 4, 7) / 1000)];
const by = { startedBy: "callum-reyes", approvedBy: [] };
type Files = Awaited<ReturnType<typeof demoFiles>>;

/**
 * April of the demonstration, its incidents and changes: what tools send as events, in any order, in any batches, each
 * event twice, gives the histories, the clocks of an afternoon and the report of the month that the command line gives
 * of the files. Tickets inherit the start of those merged into them.
 */
describe.skipIf(noDatabase())("a month sent as events", () => {
  let folder: string;
  let files: Files;
  let facts: readonly Fact[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "underpin-sent-"));
    const merging = "compare_at: 2 decimals\n      merged: earliest start";
    const sla = await changedFile("sla.yaml", "compare_at: 2 decimals", merging);
    files = (await demoFiles()).map((file) => (file.name === sla.name ? sla : file));
    facts = merged(await monthOf(folder, files));
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true }));

  const expected = () => {
    const document = documentOf(files.filter((file) => !isStated(file) && !isMapping(file)));
    const stated = statedFacts(document, files.filter(isStated));
    const kinds = [...new Set(facts.map(({ kind }) => kind))];
    const ready = readyJobOf({ document, facts, kinds, stated, asKnown: known, now: known });
    const whole = { ...ready, warnings: [], groups: [], files: [] };
    const [report] = reportsOf(whole, periodsNamed(ready.job, "2024-04"), { engine: "test" });
    return withoutSources(report);
  };

  test("gives what the command line gives of the files", async () => {
    const report = expected();
    const order = fc.record({ shuffle: fc.integer({ min: 1, max: 1e9 }), size: fc.integer({ min: 90, max: 2500 }) });
    await fc.assert(
      fc.asyncProperty(order, async ({ shuffle, size }) => {
        const store = await testStore();
        try {
          await isTheSame(store, { report, events: shuffled([...sent(facts), ...sent(facts)], shuffle), size });
        } finally {
          await store.close();
        }
      }),
      { numRuns: 1, endOnFailure: true },
    );
  }, 120_000);

  test("persons get the numbers that the command line gives them", async () => {
    const store = await testStore();
    try {
      const people = await draftContract(store, files);
      people.now = known;
      const events = sent(facts.filter(({ kind }) => kind === "incidents")).slice(0, 2000);
      const named = events.map((event) => ({ ...event, change: withName(event.change) }));
      await people.perform(takeInRecords, { contract, events: named }, by);
      const stored = await store.gate.unit(systemOf(tenantOne), (unit) =>
        loadFacts(unit, { contract, kind: "incidents" }),
      );
      const whole = new Set(events.slice(0, -20).map(({ record }) => record));
      const of = (all: readonly Fact[]) => saidOf(all.filter(({ id }) => whole.has(id)).slice(0, -1));
      expect(JSON.stringify(of(stored))).not.toContain("Person");
      const expected = of(facts);
      expect(of(stored).slice(0, 100)).toEqual(expected.slice(0, 100));
    } finally {
      await store.close();
    }
  }, 60_000);

  async function isTheSame(
    store: TestStore,
    given: { readonly report: unknown; readonly events: readonly WrittenEvent[]; readonly size: number },
  ): Promise<void> {
    const people = await draftContract(store, files);
    const send = async (events: readonly WrittenEvent[]) => {
      for (let from = 0; from < events.length; from += given.size)
        await people.perform(takeInRecords, { contract, events: events.slice(from, from + given.size) }, by);
    };
    const system = systemOf(tenantOne);
    people.now = seen;
    await send(given.events.filter(({ happened }) => happened <= seen));
    await store.gate.unit(system, (unit) => warnDue(unit, seen, 1000));
    const then = facts.flatMap((fact) => {
      const events = fact.events.filter(({ happened }) => happened <= seen);
      return events.length === 0 ? [] : [{ ...fact, events }];
    });
    const clocks = await storedClocks(store);
    expect(clocks.length).toBeGreaterThan(10);
    expect(clocks).toEqual(await clocksOfFacts(store, { contract, at: seen }, then));
    people.now = known;
    await send(given.events);
    for (const kind of ["incidents", "changes"] as const) {
      const stored = await store.gate.unit(system, (unit) => loadFacts(unit, { contract, kind }));
      expect(said(stored)).toEqual(said(facts.filter((fact) => fact.kind === kind)));
    }
    await people.perform(evaluateAPeriod, { contract, period: "2024-04", known_until: known }, by);
    const stored = await store.gate.unit(system, (unit) =>
      readReportRevision(unit, { contract, period: "2024-04", audience: "provider" }),
    );
    expect(withoutSources(stored?.report)).toEqual(given.report);
  }
});

const isMapping = ({ text }: Files[number]): boolean => /^mappings:/m.test(text);

/** April's tickets and changes, as the command line reads them from sorted files. */
async function monthOf(folder: string, files: Files): Promise<readonly Fact[]> {
  const mappings: Record<string, Mapping> = Object.assign(
    {},
    ...files.filter(isMapping).map((file) => readMappings(file).mappings),
  );
  const named = await Promise.all(
    ["demo-incidents", "demo-changes"].map(async (id) => {
      const [head, ...lines] =
        recordFiles(usualSeed)
          .find(({ mapping }) => mapping === id)
          ?.text.split("\n") ?? [];
      const path = join(folder, `${id}.csv`);
      await writeFile(path, [head, ...lines.filter((line) => /^(INC|CHG)2404(0[6-9]|15|16)/.test(line))].join("\n"));
      return { path, mapping: mappings[id] as Mapping };
    }),
  );
  return (await takeRecords(named, { learned: known })).facts;
}

/** The same, in which each twentieth ticket was merged into the next one, a minute after its own last event. */
const merged = (facts: readonly Fact[]): readonly Fact[] =>
  facts.map((fact, at) => {
    const [next, last] = [facts[at + 1], fact.events.at(-1)];
    if (at % 20 !== 0 || fact.kind !== "incidents" || next?.kind !== "incidents" || !last) return fact;
    const change = { kind: "state", state: { kind: "merged", into: next.id } } as const;
    const merge = { ...last, happened: instant(last.happened + 60), sequence: last.sequence + 1, change };
    return { ...fact, events: [...fact.events, merge] };
  });

/** The events, each under the number that its place in the history gives it. */
const sent = (facts: readonly Fact[]): readonly WrittenEvent[] =>
  facts.flatMap(({ kind, tool, id, events }) =>
    events.map(({ happened, change }, sequence): WrittenEvent => {
      return { source: tool, kind, record: id, sequence, happened, change, learned: happened };
    }),
  );

/** The caller by a name, of which nothing may be stored. */
const withName = (change: WrittenEvent["change"]): WrittenEvent["change"] =>
  change.kind === "field" && change.field === "caller" && change.value !== null
    ? { ...change, value: change.value.replace("caller", "Person") }
    : change;

/** In an order that the seed gives. */
function shuffled<T>(all: readonly T[], seed: number): readonly T[] {
  const mixed = [...all];
  let state = seed;
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (at + 1);
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}

/** What histories say, in one order of the records; callers renumbered in it, since numbers follow the first call. */
const said = (facts: readonly Fact[]): unknown => renumbered(saidOf(facts));

const saidOf = (facts: readonly Fact[]) =>
  facts
    .map(({ tool, id, events }) => ({ tool, id, events: events.map(({ happened, change }) => ({ happened, change })) }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));

function renumbered(value: unknown): unknown {
  const numbers = new Map<string, number>();
  const text = JSON.stringify(value).replaceAll(/"caller \d+"/g, (caller) => {
    const number = numbers.get(caller) ?? numbers.size + 1;
    numbers.set(caller, number);
    return `"caller ${number}"`;
  });
  return JSON.parse(text);
}

/** A report without the rows that its facts came from and their number: a call has none. */
const withoutSources = (report: unknown): unknown =>
  JSON.parse(
    JSON.stringify(report, (key, value) => (sources.has(key) ? undefined : value)),
    (_, value) => (typeof value === "string" ? value.replace(/ [\d ]+ rows read from .*$/, "") : value),
  );
const sources: ReadonlySet<string> = new Set(["source", "sources", "files", "row", "rows"]);
