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
import type { BatchAccount } from "../store/records/batch.ts";
import { loadBatch } from "../store/records/read-batches.ts";
import { Refusal } from "../wire/refusal.ts";
import { askWhereTouched, type Evaluating } from "./evaluate-a-period.ts";
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

/**
 * Takes in a file that was sent, and asks for the evaluation of the months it touches. The file is removed once all of
 * it is taken in; where the process was killed after that, the account of its batch is given.
 */
export const takingIn = (evaluating: Evaluating) =>
  defineWork({
    kind: "take in a file",
    input,
    run: async ({ gate, who, input: file, work, now, progress, signal }) => {
      const { contract, path, name, sha256, mapping: id } = file;
      const before = await gate.unit(who, (unit) => loadBatch(unit, contract, work.id));
      if (before?.state === "done") return await forget(path, before);
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
        also: (unit, earliest) => askWhereTouched(evaluating, unit, { contract, earliest, by: work.by, now: now() }),
      });
      return await forget(path, taken);
    },
  });

/** Removes the file, of which all is in the database now. */
async function forget(path: string, { batch, account }: { readonly batch: string; readonly account: BatchAccount }) {
  await rm(path, { force: true });
  return { batch, account };
}

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
