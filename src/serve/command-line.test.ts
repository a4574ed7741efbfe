import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noDatabase } from "../store/fixture/test-store.ts";
import { type LocalServer, localServer } from "./fixture/local-server.ts";

const story = join(import.meta.dirname, "..", "..", "stories", "first-month");
const incidents = join(story, "incidents.csv");

describe.skipIf(noDatabase())("the command line against a server", { timeout: 120_000 }, () => {
  let local: LocalServer;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "underpin-against-"));
    local = await localServer();
    await local.setUp(story);
  }, 120_000);
  afterAll(async () => {
    await local?.close();
    await rm(folder, { recursive: true, force: true });
  });
  const send = (file: string, ...more: readonly string[]) =>
    local.run("send", file, "--mapping", "desk-log", "--contract", "quayside", ...more);

  test("send hands a file in, waits, and prints its account; sent twice, its rows are known", async () => {
    expect(await send(incidents)).toEqual({
      printed: "incidents.csv: 17 rows: 17 used, 0 repeated, 0 held, 0 left.\n",
      complained: "",
      code: 0,
    });
    expect(await send(incidents)).toMatchObject({ printed: expect.stringMatching(/17 rows: 0 used, 17 repeated/) });
    const { printed } = await send(incidents, "--json");
    expect(JSON.parse(printed)).toMatchObject({ state: "done", contract: "quayside", kind: "take in a file" });
  });

  test("months shows what was measured, and fetch writes the report of it", async () => {
    await local.evaluate("quayside", "2026-03");
    const { printed, code } = await local.run("months", "quayside", "--from", "2026-03", "--until", "2026-03");
    expect(code).toBe(0);
    expect(printed.split("\n").map((line) => line.replaceAll(/ +/g, " "))).toEqual([
      "Contract Month Met At minimum Missed Undetermined Held Closed Credits",
      "quayside 2026-03 0 1 0 0 0 no",
      "",
    ]);
    const fetched = await local.run("fetch", "quayside", "-p", "2026-03", "-o", folder);
    expect(fetched).toMatchObject({ code: 0, complained: "" });
    const report = JSON.parse(await readFile(join(folder, "quayside-2026-03-provider.json"), "utf8"));
    expect(report.answer).toBe("March 2026: 0 of 1 met, 1 at minimum.");
    expect(JSON.parse((await local.run("fetch", "quayside", "-p", "2026-03", "--json")).printed)).toEqual(report);
    expect(await local.run("months", "elsewhere")).toMatchObject({
      printed: "No month is measured that you may see.\n",
    });
  });

  test("clocks is a board by the time that is left", async () => {
    expect(await local.run("clocks", "quayside")).toMatchObject({ printed: "No clock runs that you may see.\n" });
    const file = join(folder, "open.csv");
    const rows = [`Q-90,1,${minutesAgo(30)},new,P1,`, `Q-91,1,${minutesAgo(90)},new,P1,`];
    await writeFile(file, `number,step,at,state,priority,closed_as\n${rows.join("\n")}\n`);
    expect(await send(file)).toMatchObject({ printed: "open.csv: 2 rows: 2 used, 0 repeated, 0 held, 0 left.\n" });
    const { printed, code } = await local.run("clocks", "quayside");
    const [head = "", first = "", second = "", end] = printed.split("\n");
    expect([code, end]).toEqual([0, ""]);
    expect(head).toMatch(/^ *Left {2}Due +Record {2}State +Service level {2}/);
    expect(first).toMatch(/^\d h \d\d min {2}\d{4}-\d\d-\d\d \d\d:\d\d UTC {2}Q-91 +running +sla\/resolution$/);
    expect(second).toMatch(/ Q-90 +running +sla\/resolution$/);
    expect(JSON.parse((await local.run("clocks", "quayside", "--json")).printed)).toHaveLength(2);
  });

  test("clocks --live shows the board again when a clock changes", async () => {
    const boards: string[] = [];
    const going = local.follow((text) => void boards.push(text), "clocks", "quayside", "--live");
    await expect.poll(() => boards.length, { timeout: 20_000 }).toBe(1);
    const file = join(folder, "resolved.csv");
    const send91 = async (step: number, state: string) => {
      await writeFile(
        file,
        `number,step,at,state,priority,closed_as\nQ-91,${step},${minutesAgo(1)},${state},P1,done\n`,
      );
      await send(file);
    };
    // The stream may open a moment after the first board.
    for (let step = 2; boards.length < 2 && step < 20; step++) await send91(step, step % 2 ? "working" : "resolved");
    expect(boards[1]).toMatch(/ Q-90 +running /);
    expect(await Promise.race([going, "still going"])).toBe("still going");
  });

  test("what the server refuses is a sentence, and the code 1", async () => {
    const wrong = join(folder, "empty.csv");
    await writeFile(wrong, "");
    const cases = [
      [await send(wrong), /^file-empty: The file has no bytes/],
      [await send(join(folder, "none.csv")), /^file-not-found: there is no /],
      [await send(incidents, "--contract", "elsewhere"), /^not-found: There is nothing here that you may see/],
      [await send(incidents, "--mapping", "none"), /^unknown-mapping: There is no mapping 'none'\. Known are: /],
      [await local.run("months", "--from", "March"), /^input-refused: .*\n- from: /],
      [await local.run("fetch", "quayside", "-p", "2027-03"), /^not-found: /],
      [await local.run("months", "--key", "up_wrong"), /^not-signed-in: \S+ does not know this key: it is wrong/],
      [
        await local.run("months", "--server", "http://127.0.0.1:1"),
        /^server-away: Nobody answers at http:\/\/127\.0\.0\.1:1/,
      ],
      [await local.run("months", "--server", "here"), /^server-unreadable: 'here' is no address/],
    ] as const;
    for (const [ran, sentence] of cases) {
      expect(ran).toMatchObject({ printed: "", code: 1, complained: expect.stringMatching(sentence) });
    }
  });

  test("a key for records alone sends, and is told what it may not read", async () => {
    const key = await local.keyWith(["records:write"]);
    expect(await send(incidents, "--key", key)).toMatchObject({
      printed: `${incidents} was sent. This key may not read how far it is.\n`,
      code: 0,
    });
    expect(await local.run("months", "--key", key)).toMatchObject({
      complained: "scope-missing: Your key does not allow to read.\n",
      code: 1,
    });
  });

  test("a key that was removed is not known", async () => {
    const key = await local.keyWith(["read"]);
    expect(await local.run("months", "--key", key)).toMatchObject({ code: 0 });
    await local.removeKeys();
    expect(await local.run("months", "--key", key)).toMatchObject({
      complained: expect.stringMatching(/^not-signed-in: /),
      code: 1,
    });
  });
});

/** A stamp as the file writes it, by the clock of London. */
const minutesAgo = (minutes: number): string =>
  new Date(Date.now() - minutes * 60_000).toISOString().slice(0, 19).replace("T", " ");
