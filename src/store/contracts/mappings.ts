import type { Mapping } from "../../wire/mapping/mapping.ts";
import { readMappings } from "../../wire/mapping/read-mappings.ts";
import type { Unit } from "../gate.ts";
import type { TextFile } from "./read-files.ts";

/** The latest version of a tenant's own mapping, with the file it is written in. */
export interface OwnMapping {
  readonly mapping: string;
  readonly version: number;
  readonly file: TextFile;
  readonly at: number;
  readonly by: string;
}

/** Adds versions of mappings. The file is kept as it is written, since the order of its names counts. */
export async function addMappings({ db, who }: Unit, mappings: readonly OwnMapping[]): Promise<void> {
  if (mappings.length === 0) return;
  await db
    .insertInto("mappings")
    .values(
      mappings.map(({ mapping, version, file, at, by }) => ({
        tenant_id: who.tenant,
        mapping_id: mapping,
        version,
        document: JSON.stringify(file),
        at,
        by_person: by,
      })),
    )
    .execute();
}

/** The latest version of each mapping of the tenant, in the order of their ids. */
export async function loadMappings({ db, who }: Unit): Promise<readonly OwnMapping[]> {
  const found = await db
    .selectFrom("mappings")
    .distinctOn("mapping_id")
    .select(["mapping_id as mapping", "version", "document", "at", "by_person as by"])
    .where("tenant_id", "=", who.tenant)
    .orderBy("mapping_id")
    .orderBy("version", "desc")
    .execute();
  return found.map(({ document, ...rest }) => ({ ...rest, file: document as TextFile }));
}

/** The mappings in force: those that are shipped, and over them the tenant's own. */
export async function mappingsInForce(
  unit: Unit,
  shipped: ReadonlyMap<string, Mapping>,
): Promise<ReadonlyMap<string, Mapping>> {
  const own = await unit.asSystem(loadMappings);
  return new Map([
    ...shipped,
    ...own.flatMap(({ mapping, file }) => Object.entries(readMappings(file).mappings).filter(([id]) => id === mapping)),
  ]);
}
