import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noDatabase, tenantOne, testedOn } from "../../store/fixture/test-store.ts";
import { signedIn, signIn, type TestDoor, testDoor } from "./fixture/test-door.ts";
import { programOf } from "./people.ts";

describe.skipIf(noDatabase())(`sign-in, units of work and the queue at once (${testedOn})`, () => {
  let door: TestDoor;
  beforeAll(async () => {
    door = await testDoor({ rules: { attemptsPerAddress: 100_000 } });
    await signedIn(door, "ada");
  });
  afterAll(() => door.close());

  test("go on for three seconds, none waiting for itself", async () => {
    const { gate } = door.store;
    const { browser } = await signIn(door, "ada@northlight.example");
    const end = performance.now() + 3000;
    const again = async (work: () => Promise<unknown>): Promise<number> => {
      let done = 0;
      for (; performance.now() < end; done++) {
        await work();
        // Requests come over the network, between which the process has time for others.
        await new Promise(setImmediate);
      }
      return done;
    };
    const done = await Promise.all([
      again(async () => expect((await signIn(door, "ada@northlight.example")).response.status).toBe(200)),
      again(async () => expect((await browser.get("/api/v1/me")).status).toBe(200)),
      again(() => gate.unit(programOf(tenantOne), ({ db }) => db.selectFrom("people").select("name").execute())),
      again(() => gate.unit(programOf(tenantOne), (unit) => unit.inQueue("select 1"))),
      again(() => gate.queue((session) => session.query("select 1"))),
      again(() => gate.keeper((session) => session.query("select tenant_id from underpin.tenants"))),
    ]);
    for (const count of done) expect(count).toBeGreaterThan(2);
  });
});
