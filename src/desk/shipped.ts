import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Mapping } from "../wire/mapping/mapping.ts";
import { readMappings } from "../wire/mapping/read-mappings.ts";

/** The folder of what is shipped beside the program. */
export const shippedFolder = join(import.meta.dirname, "..", "..", "examples");

/** The ready mappings by id. */
export async function shippedMappings(): Promise<ReadonlyMap<string, Mapping>> {
  const folder = join(shippedFolder, "mappings");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".yaml")).sort();
  const read = await Promise.all(
    names.map(async (name) => readMappings({ name, text: await readFile(join(folder, name), "utf8") })),
  );
  return new Map(read.flatMap(({ mappings }) => Object.entries(mappings)));
}
