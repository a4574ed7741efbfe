import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { allActivities } from "./all-activities.ts";

test("every activity that is declared anywhere is served, each under one name", async () => {
  const files = await readdir(import.meta.dirname, { recursive: true });
  const sources = await Promise.all(
    files
      .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts") && !path.includes("fixture"))
      .map((path) => readFile(join(import.meta.dirname, path), "utf8")),
  );
  const declared = sources.flatMap((text) => [...text.matchAll(/^export const (\w+) = (?:activity|draft\w*)\b/gm)]);
  const names = allActivities.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(declared.length).toBeGreaterThan(15);
  expect(names.length).toBe(declared.length);
});
