import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoFiles as recordFiles } from "../../sim/manifest.ts";
import { usualSeed } from "../../sim/write-demo.ts";
import { demoFiles } from "../../src/activities/establish/fixture/demo-contract.ts";
import { takeRecords } from "../../src/desk/take-records.ts";
import { instant } from "../../src/engine/time/instant.ts";
import type { Mapping } from "../../src/wire/mapping/mapping.ts";
import { readMappings } from "../../src/wire/mapping/read-mappings.ts";
import type { WrittenEvent } from "../../src/wire/records/event.ts";

/** Events of the demonstration's incidents in the order in which they happened, as a tool sends them. */
export async function demoEvents(count: number): Promise<readonly WrittenEvent[]> {
  const folder = await mkdtemp(join(tmpdir(), "underpin-load-"));
  const path = join(folder, "incidents.csv");
  await writeFile(path, recordFiles(usualSeed).find(({ mapping }) => mapping === "demo-incidents")?.text ?? "");
  const files = (await demoFiles()).filter(({ text }) => /^mappings:/m.test(text)).map(readMappings);
  const mapping: Mapping = Object.assign({}, ...files.map(({ mappings }) => mappings))["demo-incidents"];
  const { facts } = await takeRecords([{ path, mapping }], { learned: instant(2_000_000_000) });
  await rm(folder, { recursive: true });
  const events = facts.flatMap(({ kind, tool, id, events: own }) =>
    own.map(({ happened, change }, sequence): WrittenEvent => {
      return { source: tool, kind, record: id, sequence, happened, change, learned: happened };
    }),
  );
  return events.sort((a, b) => a.happened - b.happened).slice(0, count);
}
