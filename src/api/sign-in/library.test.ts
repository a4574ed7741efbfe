import { getMigrations } from "better-auth/db/migration";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noDatabase, type TestStore, testStore } from "../../store/fixture/test-store.ts";
import { wholeOptions } from "./library-options.ts";
import { usualRules } from "./settings.ts";

describe.skipIf(noDatabase())("the sign-in library", () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await testStore();
  });
  afterAll(() => store.close());

  test("finds every table and column it needs", async () => {
    const settings = { gate: store.gate, baseUrl: "http://127.0.0.1", secret: "s".repeat(40), sso: [], now: () => 1 };
    const { toBeCreated, toBeAdded, compileMigrations } = await getMigrations(wholeOptions(settings, usualRules));
    expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] });
    expect((await compileMigrations()).trim()).toBe(";");
  });

  test("may change the tables' rows, not the tables", async () => {
    await expect(store.gate.signIn((session) => session.query("create table sign_in.more (id text)"))).rejects.toThrow(
      /permission denied/,
    );
    await expect(store.gate.signIn((session) => session.query("drop table sign_in.limits"))).rejects.toThrow(
      /must be owner/,
    );
  });
});
