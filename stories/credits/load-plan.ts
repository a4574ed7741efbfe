import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type LoadedContract, readAgreement } from "../../src/wire/agreement/load.ts";

export const planFolder = join(import.meta.dirname, "..", "..", "examples", "library", "credits");

/** Words of the plan or of the contract around it, and what a story has in their place. */
export type Changes = Readonly<Record<string, string>>;

/** A ready plan in the shared contract, after the changes that a story makes. */
export function loadPlan(plan: string, changes: Changes = {}): LoadedContract {
  const files = [join(import.meta.dirname, "frame.yaml"), join(planFolder, `${plan}.yaml`)];
  const texts = files.map((file) => readFileSync(file, "utf8"));
  const changed = Object.entries(changes).reduce((now, [from, to]) => replaced(now, from, to), texts);
  const named = files.map((name, index) => ({ name, text: changed[index] ?? "" }));
  return readAgreement(named);
}

function replaced(texts: readonly string[], from: string, to: string): string[] {
  if (!texts.some((text) => text.includes(from))) throw new Error(`'${from}' is not written`);
  return texts.map((text) => text.replaceAll(from, to));
}
