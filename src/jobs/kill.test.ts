import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Kill, tableOf } from "../../scripts/kill/aim.ts";
import type { Place } from "../../scripts/kill/asks.ts";
import { drill } from "../../scripts/kill/drill.ts";
import { eventsOfBatch, rowsOfFile } from "../../scripts/kill/goods.ts";
import { lookAfter } from "../../scripts/kill/look-after.ts";
import { setUp } from "../../scripts/kill/set-up.ts";
import { effort, seed } from "../../scripts/laws.ts";
import { embeddedDatabase } from "../store/embedded-database.ts";
import { noDatabase, testedOn, testStore } from "../store/fixture/test-store.ts";
import { openGate } from "../store/gate.ts";
import { migrate, migrations } from "../store/migrate.ts";
import { serverDatabase } from "../store/server-database.ts";
import type { Database } from "../store/session.ts";
import { type Receiver, startReceiver } from "./fixture/receiver.ts";

/** Three kills in a usual run, two hundred in a soak of the usual length. */
const kills = effort > 1 ? Math.round(effort * 10) : 3;

describe.skipIf(noDatabase())(`a server that is killed ${kills} times`, () => {
  let folder: string;
  let place: Place;
  let receiver: Receiver;
  let contracts: readonly string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "underpin-kill-"));
    place = await newPlace(folder);
    receiver = await startReceiver();
    const database = await open(place);
    await migrate(database, await migrations());
    contracts = await setUp(openGate(database), receiver.url, Math.ceil(kills / 50));
    await database.close();
  }, 120_000);
  afterAll(async () => {
    await receiver.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("loses nothing, doubles nothing, leaves nothing half done", { timeout: 60_000 + kills * 30_000 }, async () => {
    const onKill = ({ aim, at }: Kill, number: number): void => {
      if (kills > 3) process.stdout.write(`${testedOn} kill ${number}, ${aim}: ${at.join(", ")}\n`);
    };
    const { log, kills: hit, faults } = await drill({ place, contracts, folder, kills, seed, onKill, ...receiver });
    process.stdout.write(`${testedOn} database, seed ${seed}: ${tableOf(hit)}`);
    const database = await open(place);
    const found = await lookAfter(database, openGate(database));
    await database.close();
    expect(faults).toBe("");
    expect(found.wrong).toEqual(Object.fromEntries(Object.keys(found.wrong).map((what) => [what, 0])));
    expect(found.audit).toMatchObject({ is_whole: true, broken_at: null });
    expect([...found.events]).toEqual([...log.events].sort((a, b) => a - b).map((own) => [own, eventsOfBatch]));
    expect([...found.files]).toEqual([...log.files.keys()].map((number) => [number, rowsOfFile]));
    expect(found.closed).toEqual(log.closed.map(({ contract, period }) => `${contract} ${period}`));
    for (const [work, steps] of log.works) {
      expect(found.steps.get(work)).toEqual(Array.from({ length: steps }, (_, step) => step + 1));
    }
    // An evaluation that was asked for twice finds the month closed the second time, and says so.
    expect(found.failedWorks.filter((message) => !message.includes("is closed and keeps its figures"))).toEqual([]);
    expect(found.closed.length).toBeGreaterThan(0);
    expect(found.evaluations).toBeGreaterThan(0);
    const arrived = new Set(receiver.arrived.map(({ id }) => id));
    expect(found.delivered.filter((id) => !arrived.has(id))).toEqual([]);
  });
});

async function newPlace(folder: string): Promise<Place> {
  if (testedOn === "embedded") return { folder };
  const { url, close } = await testStore();
  await close();
  return { url: url ?? "" };
}

const open = (place: Place): Promise<Database> =>
  "folder" in place
    ? embeddedDatabase(place)
    : Promise.resolve(serverDatabase({ url: place.url, connections: 4, onLost: () => {} }));
