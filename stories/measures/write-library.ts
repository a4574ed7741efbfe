import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { libraryShapes } from "../../src/wire/library/library.ts";
import { writeContract } from "../../src/wire/library/write-contract.ts";

/** Writes the ready contracts of `examples/library` anew from the shapes. */
export const libraryFolder = join(import.meta.dirname, "..", "..", "examples", "library");

if (import.meta.main) {
  mkdirSync(libraryFolder, { recursive: true });
  for (const { id } of libraryShapes) writeFileSync(join(libraryFolder, `${id}.yaml`), writeContract(id));
}
