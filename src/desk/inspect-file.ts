import { type Inspection, inspect } from "../intake/inspect/inspect.ts";
import { Refused } from "../intake/refused.ts";
import { Refusal } from "../wire/refusal.ts";
import type { Progress } from "./take-records.ts";

/** What a file shows of itself, and the mapping proposed for it. */
export type InspectedFile = Inspection;

/** Reads a file once and says what it seems to hold, with a mapping proposed from the file itself. */
export async function inspectFile(path: string, onProgress: Progress): Promise<InspectedFile> {
  try {
    return await inspect({ path }, ({ bytes, of }) => onProgress(path, bytes, of));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const facts = Object.entries(error.facts).map(([name, value]) => `${name} ${value}`);
    throw new Refusal(
      error.code,
      `${path} cannot be read: ${facts.join(", ") || error.code}. Export it again, or unpack it first.`,
    );
  }
}
