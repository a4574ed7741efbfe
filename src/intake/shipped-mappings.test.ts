import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { instant } from "../engine/time/instant.ts";
import type { Mapping } from "../wire/mapping/mapping.ts";
import { readMappings } from "../wire/mapping/read-mappings.ts";
import { takeIn } from "./intake.ts";

const folder = fileURLToPath(new URL("../../examples/mappings/", import.meta.url));
const samples = fileURLToPath(new URL("../../examples/samples/", import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

test.each(files)("%s has no problem", (name) => {
  const { mappings, problems } = readMappings({ name, text: readFileSync(folder + name, "utf8") });
  expect(problems).toEqual([]);
  expect(Object.keys(mappings).length).toBeGreaterThan(0);
});

/** Samples beside mappings that were written from documentation: rows used and left, and what is found. */
const expected: readonly (readonly [string, string, number, number, string[]])[] = [
  ["jira-service-management", "jira-service-management.csv", 3, 1, ["ignored-absent", "state-since-row"]],
  ["zammad", "zammad.json", 3, 0, ["columns-not-read", "state-since-row"]],
  ["glpi", "glpi.csv", 3, 1, ["state-since-row"]],
  ["freshservice", "freshservice.jsonl", 2, 1, ["state-since-row"]],
  ["zendesk", "zendesk.jsonl", 3, 0, ["columns-not-read", "state-since-row"]],
];

describe("samples of tools whose real exports were not seen", () => {
  test.each(expected)("%s", async (id, file, used, left, codes) => {
    const text = readFileSync(`${folder}${id}.yaml`, "utf8");
    expect(text).toMatch(/^# Not proven on a real export\. Written from/);
    const mapping = readMappings({ name: id, text }).mappings[id] as Mapping;
    const taken = await takeIn({ source: { path: samples + file }, mapping, learned: instant(0) });
    expect(taken.account).toMatchObject({ rows: used + left, used, left });
    expect([...new Set(taken.groups.map(({ code }) => code))].sort()).toEqual(codes);
  });
});
