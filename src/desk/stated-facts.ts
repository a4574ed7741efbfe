import type { ContractDocument } from "../engine/agreement/document/document.ts";
import type { Entered, Relief } from "../engine/record/relief.ts";
import type { Zone } from "../engine/time/zone.ts";
import type { Problem } from "../wire/agreement/problem.ts";
import { writeProblem } from "../wire/agreement/problem.ts";
import { readStatedFacts } from "../wire/relief.ts";
import { readZone } from "../wire/zones.ts";
import type { ContractFile } from "./contract-files.ts";
import { Refusal } from "./refusal.ts";

/** Facts that people stated: relief that was granted, figures entered by hand. */
export interface Stated {
  readonly relief: readonly Relief[];
  readonly entered: readonly Entered[];
  readonly warnings: readonly Problem[];
}

/** Reads stated facts in the zone of the contract. A file with an error is refused with every place in it. */
export function statedFacts(document: ContractDocument, files: readonly ContractFile[]): Stated {
  const zone = readZone(document.contract.time_zone) as Zone;
  const read = files.map((file) => readStatedFacts(file, zone));
  const problems = read.flatMap((each) => each.problems);
  const errors = problems.filter(({ weight }) => weight === "error");
  if (errors.length > 0) throw new Refusal("stated-facts-have-errors", `\n${errors.map(writeProblem).join("\n")}`);
  return {
    relief: read.flatMap(({ relief }) => relief),
    entered: read.flatMap(({ entered }) => entered),
    warnings: problems,
  };
}
