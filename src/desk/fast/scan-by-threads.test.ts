import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { instant } from "../../engine/time/instant.ts";
import { bulkIntake } from "../../intake/bulk/bulk-intake.ts";
import { takeIn } from "../../intake/intake.ts";
import type { Mapping } from "../../wire/mapping/mapping.ts";
import { readMappings } from "../../wire/mapping/read-mappings.ts";
import { busyLog, header, mapping as written } from "./fixture/busy-desk.ts";
import { scanByThreads, threadsFor } from "./scan-by-threads.ts";

test("three threads read what one reads the ordinary way, and tell how far they are", async () => {
  const folder = await mkdtemp(join(tmpdir(), "underpin-"));
  const path = join(folder, "log.csv");
  await writeFile(path, `${[header, ...busyLog(200, 1), "T3,99,soon,new,1,booking,deck,,"].join("\n")}\n`);
  const mapping = readMappings({ name: "mapping.yaml", text: written }).mappings["busy-log"] as Mapping;
  const taking = { source: { path }, mapping, learned: instant(1_790_000_000) };
  const told: number[] = [];
  const scanner = scanByThreads(path, { threads: 3, onProgress: ({ bytes, of }) => told.push(bytes / of) });
  const bulk = await bulkIntake(taking, { scanner });
  const { facts, groups, account } = await takeIn(taking);
  expect(Array.from(bulk?.all() ?? [], ({ fact }) => fact)).toEqual(facts);
  expect(bulk?.told()).toEqual({ groups, account });
  expect(told.at(-1)).toBe(1);
  await rm(folder, { recursive: true });
});

test("a small file is read by this thread alone", () => expect(threadsFor(20_000_000)).toBe(1));
