import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signed } from "../jobs/webhooks.ts";
import { noDatabase } from "../store/fixture/test-store.ts";
import { type LocalServer, localServer } from "./fixture/local-server.ts";
import { password } from "./fixture/people.ts";

const root = join(import.meta.dirname, "..", "..");
const guide = await readFile(join(root, "docs", "api.md"), "utf8");
const story = join(root, "stories", "first-month");

const hasTool = (name: string): boolean =>
  (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, name)));
const missing = ["bash", "curl", "jq", "sed"].filter((name) => !hasTool(name));

/** Commands of the guide, and what it says that they print. */
const examples = [...guide.matchAll(/^```sh\n([\s\S]*?)^```\n\n^```text\n([\s\S]*?)^```$/gm)].map(
  ([, script = "", printed = ""]) => ({ script, printed, title: script.split("\n")[0] ?? "" }),
);

describe.skipIf(noDatabase() || missing.length > 0)("the guide of the API", { timeout: 120_000 }, () => {
  let local: LocalServer;
  let folder: string;
  let environment: Readonly<Record<string, string>>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "underpin-guide-"));
    await copyFile(join(story, "incidents.csv"), join(folder, "incidents.csv"));
    local = await localServer();
    await local.setUp(story);
    const keys = { UNDERPIN_KEY: await local.keyWith(["read", "write"]), ADMIN_KEY: await local.adminKey() };
    environment = { ...keys, UNDERPIN_SERVER: local.url, PASSWORD: password, PATH: process.env.PATH ?? "" };
  }, 120_000);
  afterAll(async () => {
    await local?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("has examples", () => expect(examples.length).toBeGreaterThan(9));

  test.each(examples)("$title", async ({ script, printed }) => {
    const child = spawn("bash", ["--norc", "-c", `set -eu\n${script}`], {
      ...{ cwd: folder, env: environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [out, complained] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      complained += text;
    });
    const [code] = await once(child, "close");
    expect({ out, complained, code }).toEqual({
      out: expect.stringMatching(asPattern(printed)),
      complained: "",
      code: 0,
    });
  });

  test("its receiver of webhooks knows what we sign, and nothing else", async () => {
    const [, source = ""] = /^```js\n([\s\S]*?)^```$/m.exec(guide) ?? [];
    const file = join(folder, "receiver.mjs");
    await writeFile(file, source);
    const { isGenuine } = (await import(pathToFileURL(file).href)) as { isGenuine: (asked: object) => boolean };
    const delivery = { id: "d-1", topic: "period.closed", contract: "quayside", agreement: null, at: 1_770_000_000 };
    const { headers, body } = signed({ ...delivery, body: { period: "2026-03" } } as never, {
      secret: "s",
      at: 1_770_000_001,
    });
    const asked = { headers, body, secret: "s", now: 1_770_000_010 };
    expect(isGenuine(asked)).toBe(true);
    expect(isGenuine({ ...asked, body: `${body} ` })).toBe(false);
    expect(isGenuine({ ...asked, secret: "t" })).toBe(false);
    expect(isGenuine({ ...asked, now: 1_770_000_400 })).toBe(false);
  });
});

/** The text with anything in place of each `…`. */
const asPattern = (text: string): RegExp => new RegExp(`^${text.split("…").map(RegExp.escape).join("[^]*?")}$`);
