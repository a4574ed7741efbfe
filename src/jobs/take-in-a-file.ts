import { rm, stat } from "node:fs/promises";
import { z } from "zod";
import { takeInFile } from "../activities/measure/take-in-file.ts";
import { mayAskSystem } from "../activities/rasci/decide.ts";
import { rowOf } from "../activities/rasci/matrix.ts";
import { refusedAs } from "../activities/run/refused-as.ts";
import { loadStaff, scopeOf } from "../activities/run/staff.ts";
import { shippedMappings } from "../desk/shipped.ts";
import type { Instant } from "../engine/time/instant.ts";
import { mappingsInForce } from "../store/contracts/mappings.ts";
import type { Unit } from "../store/gate.ts";
import { Refusal } from "../wire/refusal.ts";
import { defineWork } from "./work.ts";

const input = z.strictObject({
  contract: z.string(),
  /** Where it was received; in a folder that every server sees. */
  path: z.string(),
  name: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  mapping: z.string(),
});

/** Takes in a file that was sent. It is removed once all of it is taken in. */
export const takingIn = defineWork({
  kind: "take in a file",
  input,
  run: async ({ gate, who, input: file, work, now, progress, signal }) => {
    const { contract, path, name, sha256, mapping: id } = file;
    if ((await stat(path).catch(() => null)) === null)
      throw new Error(`${name} is not in the folder of received files`);
    const mapping = (await gate.unit(who, async (unit) => mappingsInForce(unit, await shippedMappings()))).get(id);
    if (mapping === undefined) throw new Refusal("unknown-mapping", `There is no mapping '${id}' any more.`);
    const taken = await takeInFile({
      ...{ gate, who, contract, path, name, sha256, now, signal },
      mapping: { id, mapping },
      batch: work.id,
      by: work.by,
      onProgress: ({ what, done, of }) =>
        progress(done, of ?? 0, what === "reading" ? `reading ${name}` : `taking in ${name}`),
    });
    await rm(path, { force: true });
    const { batch, account } = taken;
    return { batch, account };
  },
});

/** Refuses whom the matrix gives no part in taking in records, and a mapping that is not there. */
export async function mayTakeInFile(
  unit: Unit,
  { contract, mapping, person, now }: { contract: string; mapping: string; person: string; now: Instant },
): Promise<void> {
  const staff = await loadStaff(unit);
  const row = rowOf(staff.matrix, "take in records");
  const may = mayAskSystem({ row, person }, scopeOf(staff, { contract, at: now, named: {} }));
  if (may !== "yes") throw refusedAs(may, row);
  const known = await mappingsInForce(unit, await shippedMappings());
  if (!known.has(mapping))
    throw new Refusal(
      "unknown-mapping",
      `There is no mapping '${mapping}'. Known are: ${[...known.keys()].sort().join(", ")}.`,
    );
}
