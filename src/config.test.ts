import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readConfig } from "./config.ts";

const refusal = async (environment: Record<string, string>): Promise<string> =>
  readConfig(environment).then(
    () => "read",
    ({ message }: Error) => message,
  );

describe("settings", () => {
  test("none are needed", async () => {
    expect(await readConfig({})).toMatchObject({
      databaseUrl: null,
      url: "http://127.0.0.1:4300",
      secret: null,
      sso: [],
    });
  });

  test("those by which the command line reaches a server are nothing to it", async () => {
    expect(await refusal({ UNDERPIN_SERVER: "http://127.0.0.1:4300", UNDERPIN_KEY: "up_key" })).toBe("read");
  });

  test("every mistake is told at once, by the name of its setting", async () => {
    const told = await refusal({
      UNDERPIN_PORT: "70000",
      UNDERPIN_LOG: "loud",
      UNDERPIN_COLOUR: "red",
      DATABASE_URL: "mysql://db",
      UNDERPIN_SECRET: "short",
      UNDERPIN_SSO: "/nowhere/sso.json",
    });
    for (const name of [
      "UNDERPIN_PORT",
      "UNDERPIN_LOG",
      "UNDERPIN_COLOUR",
      "DATABASE_URL",
      "UNDERPIN_SECRET",
      "UNDERPIN_SSO",
    ])
      expect(told).toContain(`- ${name}`);
  });

  test.each([
    [{ DATABASE_URL: "postgres://db.example.com/underpin" }, "UNDERPIN_SECRET: required with DATABASE_URL"],
    [{ UNDERPIN_HOST: "0.0.0.0" }, "UNDERPIN_URL: required where others reach the server"],
    [{ UNDERPIN_MAIL: "smtp://mail.example.com" }, "UNDERPIN_MAIL and UNDERPIN_MAIL_FROM belong together"],
  ])("%o is refused", async (environment, sentence) => {
    expect(await refusal(environment as Record<string, string>)).toContain(sentence);
  });

  test("no refusal repeats a secret", async () => {
    expect(await refusal({ UNDERPIN_SECRET: "hunter2-hunter2" })).not.toContain("hunter2");
  });

  test("providers of single sign-on stand in a file", async () => {
    const path = join(await mkdtemp(join(tmpdir(), "underpin-sso-")), "sso.json");
    const one = { id: "corp", title: "Corporate", issuer: "https://id.example.com", clientId: "u", clientSecret: "s" };
    await writeFile(path, JSON.stringify([{ ...one, domains: ["example.com"] }]));
    expect((await readConfig({ UNDERPIN_SSO: path })).sso).toEqual([{ ...one, domains: ["example.com"] }]);
    await writeFile(path, JSON.stringify([one]));
    expect(await refusal({ UNDERPIN_SSO: path })).toContain("at 0.domains");
  });
});
