import type { ContractDocument } from "../engine/agreement/document/document.ts";
import { versionsOf } from "../engine/agreement/resolve/versions.ts";
import type { CreditEntry } from "../engine/credit/entry.ts";
import type { Entered, Relief } from "../engine/record/relief.ts";
import type { Zone } from "../engine/time/zone.ts";
import type { Problem } from "../wire/agreement/problem.ts";
import { writeProblem } from "../wire/agreement/problem.ts";
import { readCreditEntries } from "../wire/credit-entries.ts";
import type { LevelsOf, StatedDispute } from "../wire/dispute.ts";
import { Refusal } from "../wire/refusal.ts";
import { readStatedFacts } from "../wire/relief.ts";
import { readZone } from "../wire/zones.ts";
import type { ContractFile } from "./contract-files.ts";

/** Facts that people stated: relief that was granted, figures entered by hand, disputed results, what credits need. */
export interface Stated {
  readonly relief: readonly Relief[];
  readonly entered: readonly Entered[];
  readonly disputes: readonly StatedDispute[];
  readonly creditEntries: readonly CreditEntry[];
  readonly warnings: readonly Problem[];
}

/** Reads stated facts in the zone of the contract. A file with an error is refused with every place in it. */
export function statedFacts(document: ContractDocument, files: readonly ContractFile[]): Stated {
  const zone = readZone(document.contract.time_zone) as Zone;
  const read = files.map((file) => readStatedFacts(file, zone, levelsIn(document)));
  const credits = files.map((file) => readCreditEntries(file, document));
  const problems = once([...read, ...credits].flatMap((each) => each.problems));
  const errors = problems.filter(({ weight }) => weight === "error");
  if (errors.length > 0) throw new Refusal("stated-facts-have-errors", `\n${errors.map(writeProblem).join("\n")}`);
  return {
    relief: read.flatMap(({ relief }) => relief),
    entered: read.flatMap(({ entered }) => entered),
    disputes: read.flatMap(({ disputes }) => disputes),
    creditEntries: credits.flatMap(({ entries }) => entries),
    warnings: problems,
  };
}

/** What is wrong with a file as a whole is found by each of its readers. */
const once = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((problem) => [writeProblem(problem), problem])).values(),
];

/** The levels of an agreement in all its versions: a level that is gone can still be disputed. */
const levelsIn =
  (document: ContractDocument): LevelsOf =>
  (id) => {
    const versions = versionsOf(document, id);
    if (versions.length === 0) return null;
    return new Set(versions.flatMap(({ agreement }) => Object.keys(agreement.service_levels)));
  };
