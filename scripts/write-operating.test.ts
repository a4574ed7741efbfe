import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readConfig, settings } from "../src/config.ts";
import { exampleFile, exampleText, operatingFile, operatingText } from "./write-operating.ts";

const read = (path: string): string => readFileSync(path, "utf8");
const deployed = (name: string): string => read(join(import.meta.dirname, "..", "deploy", name));

describe("what operators read is what the program does", () => {
  test("the settings of docs/operating.md are those of the program (`node scripts/write-operating.ts`)", () => {
    expect(read(operatingFile)).toBe(operatingText(read(operatingFile)));
    for (const name of Object.keys(settings.shape)) expect(read(operatingFile)).toContain(`| \`${name}\` |`);
  });

  test("so is the example of a file of settings, and it starts as it stands", async () => {
    expect(read(exampleFile)).toBe(exampleText());
    const given = [...read(exampleFile).matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]);
    expect(given).toEqual([]);
    expect(await readConfig({})).toMatchObject({ folder: "underpin-data", databaseUrl: null });
  });

  test.each(["Containerfile", "underpin.service"])("%s names only settings that there are", (name) => {
    const named = [...deployed(name).matchAll(/\b(UNDERPIN_[A-Z_]+)\b/g)].map(([, setting = ""]) => setting);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((setting) => !Object.hasOwn(settings.shape, setting))).toEqual([]);
  });
});
