import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, browserOf } from "../api/sign-in/fixture/browser.ts";
import { noDatabase, testedOn } from "../store/fixture/test-store.ts";
import { type EmptyPlace, emptyPlace } from "./fixture/empty-place.ts";
import { asJson, password, setUpContract } from "./fixture/people.ts";
import { type Running, startProgram } from "./fixture/program.ts";

const story = join(import.meta.dirname, "..", "..", "stories", "first-month");
const founding = ["--organisation", "Northlight", "--administrator", "ada@example.com"];

describe.skipIf(noDatabase())("the program on a place of its own", { timeout: 120_000 }, () => {
  let place: EmptyPlace;
  let running: Running;
  let address: string;
  let ada: Browser;

  beforeAll(async () => {
    place = await emptyPlace();
  });
  afterAll(async () => {
    running?.signal("SIGKILL");
    await running?.ended;
    await place.clear();
  });

  /** Starts it, by default where it was before, and waits until it is open. */
  const start = async (...words: readonly string[]): Promise<void> => {
    const port = address === undefined ? {} : { UNDERPIN_PORT: new URL(address).port };
    running = startProgram({ environment: { ...place.environment, ...port } }, ...words);
    const open = await running.open;
    expect(running.complained()).toBe("");
    address = open ?? "";
  };

  test("a first start that does not say whose it is ends with the way out", async () => {
    const refused = startProgram(place);
    expect(await refused.ended).toBe(1);
    expect(refused.complained()).toMatch(/^nobody-to-sign-in: This is the first start: say whose server it is/m);
    expect(refused.printed()).toBe("");
  });

  test("a first start prints an address and a link that works once", async () => {
    await start(...founding);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d+$/);
    const [link = ""] = linksIn(running);
    expect(link.startsWith(`${address}/invitation/`)).toBe(true);
    ada = browserOf(address);
    expect((await ada.get(link)).status).toBe(200);
    const accepted = await ada.form(new URL(link).pathname, { password });
    expect([accepted.status, accepted.headers.get("location")]).toEqual([303, "/"]);
    expect(await asJson(await ada.get("/api/v1/me"))).toMatchObject({ person: "administrator", party: "northlight" });
    expect((await browserOf(address).form(new URL(link).pathname, { password })).status).toBe(410);
  });

  test("its people set up a contract, one starts it and another approves", async () => {
    await setUpContract(ada, story);
    expect(await contractsOf(ada)).toEqual(["quayside"]);
  });

  test("health, readiness and metrics answer", async () => {
    expect(await asJson(await ada.get("/health"))).toEqual({ status: "lives" });
    expect(await asJson(await ada.get("/ready"))).toEqual({ status: "ready" });
    const metrics = await ada.get("/metrics");
    expect([metrics.status, await metrics.text()]).toEqual([200, expect.stringContaining("underpin_info{version=")]);
  });

  test.skipIf(testedOn === "server")("a second process on the same folder is refused", async () => {
    const second = startProgram(place, ...founding);
    expect(await second.ended).toBe(1);
    expect(second.complained()).toMatch(
      /^folder-in-use: \S+ is in use by process \d+ on \S+\. An embedded database serves/,
    );
    expect(second.complained().trimEnd().split("\n")).toHaveLength(1);
    expect(await contractsOf(ada)).toEqual(["quayside"]);
  });

  test("told to stop while a stream of events is open, it ends within seconds", async () => {
    const stream = await ada.get("/api/v1/events");
    const reader = stream.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toMatch(/^retry: 2000\n: from \d+\n\n/);
    const begin = performance.now();
    running.signal("SIGTERM");
    expect(await running.ended).toBe(0);
    expect(performance.now() - begin).toBeLessThan(10_000);
    await reader?.cancel().catch(() => {});
  });

  test("started again, it knows the contract and the session, and invites nobody", async () => {
    await start();
    expect(linksIn(running)).toEqual([]);
    expect(running.printed()).toContain(`Sign in   ${address}/sign-in`);
    expect(await contractsOf(ada)).toEqual(["quayside"]);
  });

  test("killed and started again, it serves at once", async () => {
    running.signal("SIGKILL");
    expect(await running.ended).toBeNull();
    const begin = performance.now();
    await start(...founding);
    expect(performance.now() - begin).toBeLessThan(60_000);
    expect(linksIn(running)).toEqual([]);
    expect(await contractsOf(ada)).toEqual(["quayside"]);
    expect(await asJson(await ada.get("/ready"))).toEqual({ status: "ready" });
  });
});

test("wrong settings are refused together", { timeout: 60_000 }, async () => {
  const environment = { UNDERPIN_PORT: "often", UNDERPIN_SECRET: "short", UNDERPIN_FOLDR: "here" };
  const refused = startProgram({ environment }, ...founding);
  expect(await refused.ended).toBe(1);
  const complained = refused.complained();
  expect(complained).toMatch(/^configuration-wrong: Underpin does not start with these settings:$/m);
  expect(complained).toMatch(/^- UNDERPIN_FOLDR is no setting\. Known are: UNDERPIN_FOLDER, DATABASE_URL,/m);
  expect(complained).toContain("- UNDERPIN_PORT: Write a whole number from 0 to 65535.");
  expect(complained).toContain("- UNDERPIN_SECRET: Use at least 32 characters that nobody can guess.");
});

const linksIn = (running: Running): readonly string[] => running.printed().match(/http:\S+\/invitation\/\S+/g) ?? [];

const contractsOf = async (browser: Browser): Promise<readonly unknown[]> => {
  const { items } = await asJson(await browser.get("/api/v1/contracts"));
  return (items as readonly { readonly contract: string }[]).map(({ contract }) => contract);
};
