import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Place, tenant } from "../../scripts/kill/asks.ts";
import { drill, eventsOfBatch } from "../../scripts/kill/drill.ts";
import { lookAfter } from "../../scripts/kill/look-after.ts";
import { effort, seed } from "../../scripts/laws.ts";
import { approveAndSignAnAgreement } from "../activities/agree/approve-and-sign-an-agreement.ts";
import { demonstrationAdministrator } from "../activities/establish/demonstration-people.ts";
import { performByRunner } from "../activities/establish/perform-by-runner.ts";
import { setUpDemonstration } from "../activities/establish/set-up-demonstration.ts";
import { setUpTheContract } from "../activities/establish/set-up-the-contract.ts";
import { managePeopleAndRoles } from "../activities/govern/manage-people-and-roles.ts";
import { openRunner } from "../activities/run/runner.ts";
import { contractFiles } from "../desk/contract-files.ts";
import { instant } from "../engine/time/instant.ts";
import { addWebhook } from "../store/deliveries/webhooks.ts";
import { embeddedDatabase } from "../store/embedded-database.ts";
import { noDatabase, testedOn, testStore } from "../store/fixture/test-store.ts";
import { type Gate, openGate } from "../store/gate.ts";
import { migrate, migrations } from "../store/migrate.ts";
import { foundTenant } from "../store/people/found-tenant.ts";
import { serverDatabase } from "../store/server-database.ts";
import type { Database } from "../store/session.ts";
import { type Receiver, startReceiver } from "./fixture/receiver.ts";
import { systemOf } from "./system-of.ts";

/** Three kills in a usual run, two hundred in a soak of the usual length. */
const kills = effort > 1 ? Math.round(effort * 10) : 3;
const at = instant(1_770_000_000);

describe.skipIf(noDatabase())(`a server that is killed ${kills} times`, () => {
  let folder: string;
  let place: Place;
  let receiver: Receiver;
  let contract: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "underpin-kill-"));
    place = await newPlace(folder);
    receiver = await startReceiver();
    const database = await open(place);
    await migrate(database, await migrations());
    contract = await setUp(openGate(database), receiver.url);
    await database.close();
  });
  afterAll(async () => {
    await receiver.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("loses nothing, doubles nothing, leaves nothing half done", { timeout: 60_000 + kills * 20_000 }, async () => {
    const drilled = await drill({ place, contract, kills, seed });
    const database = await open(place);
    const found = await lookAfter(database, openGate(database));
    await database.close();
    expect(drilled.faults).toBe("");
    expect(drilled.acknowledged.length).toBeGreaterThan(0);
    const all = Array.from({ length: drilled.batches }, (_, own) => [own, eventsOfBatch]);
    expect([...found.events].sort(([a], [b]) => a - b)).toEqual(all);
    expect(found.heldEvents).toBe(0);
    expect(found.audit.breaks).toEqual([]);
    expect(found.failedWorks).toEqual([]);
    for (const [work, steps] of drilled.works) {
      expect(found.steps.get(work)).toEqual(Array.from({ length: steps }, (_, step) => step + 1));
    }
    const { openWorks, halfEvaluations, halfClosed, undelivered, jobs } = found;
    expect({ openWorks, halfEvaluations, halfClosed, undelivered, jobs }).toEqual({
      openWorks: 0,
      halfEvaluations: 0,
      halfClosed: 0,
      undelivered: 0,
      jobs: 0,
    });
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

/** The demonstration's contract, and a webhook that hears of its records and evaluations. */
async function setUp(gate: Gate, url: string): Promise<string> {
  const administrator = demonstrationAdministrator;
  await gate.unit(systemOf(tenant), async (unit) => {
    const provider = { party: "tideway", name: "Tideway IT Services Ltd" };
    await foundTenant(unit, { name: "Drill", provider, administrator, at });
    await addWebhook(unit, { url, topics: ["records.taken", "period.evaluated"], by: administrator.person, at });
  });
  const activities = [setUpTheContract, managePeopleAndRoles, approveAndSignAnAgreement] as never;
  const compute = () => Promise.reject(new Error("nothing is computed apart"));
  const runner = openRunner({ gate, now: () => at, engine: "drill", compute, activities });
  const files = await contractFiles(join(import.meta.dirname, "..", "..", "examples", "demo"));
  const perform = performByRunner(runner, gate, tenant);
  return await setUpDemonstration({ perform, files, administrator: administrator.person });
}
