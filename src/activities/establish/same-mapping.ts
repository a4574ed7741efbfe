import { canonical } from "../../store/canonical.ts";
import type { OwnMapping } from "../../store/contracts/mappings.ts";
import type { TextFile } from "../../store/contracts/read-files.ts";
import { readMappings } from "../../wire/mapping/read-mappings.ts";

/** True where a mapping of a file says what the tenant's own mapping of that id says. */
export function isSameMapping(id: string, file: TextFile, known: readonly OwnMapping[]): boolean {
  const own = known.find(({ mapping }) => mapping === id);
  if (own === undefined) return false;
  return canonical(readMappings(file).mappings[id]) === canonical(readMappings(own.file).mappings[id]);
}
