import type { ContractDocument } from "../../engine/agreement/document/document.ts";
import { readAmendments } from "./amendments.ts";
import { check } from "./check/check.ts";
import type { Surroundings } from "./check/rule.ts";
import { contractDocument } from "./document.ts";
import { joinFiles } from "./join-files.ts";
import { type Places, placed } from "./places.ts";
import type { Complaint, Problem } from "./problem.ts";
import { type Pruned, shape } from "./shape.ts";
import { readTree, type SourceFile } from "./tree.ts";

/** A contract read from its files. */
export interface LoadedContract {
  /** Null where something is an error. */
  readonly document: ContractDocument | null;
  /** All problems at once, in the order of files and lines; warnings do not stop a contract. */
  readonly problems: readonly Problem[];
  readonly places: Places;
}

/**
 * Reads all files of a contract, joins them, and checks every rule of the format. Never throws on any text.
 * `surroundings` tell what the contract refers to beyond itself, such as time zones; what is not told is not checked.
 */
export function readAgreement(files: readonly SourceFile[], surroundings: Surroundings = {}): LoadedContract {
  if (files.length === 0) return { document: null, problems: [nothingToRead], places: new Map() };
  const { tree, places, problems: found } = joinFiles(files.map(readTree));
  const shaped = Object.keys(tree).length === 0 ? null : shape(contractDocument, tree);
  const amended = shaped?.value ? readAmendments(shaped.value) : null;
  const complaints = [...(shaped?.complaints ?? []), ...(amended?.complaints ?? [])];
  if (amended !== null) {
    const pruned = [...(shaped?.pruned ?? []), ...amended.pruned];
    const follows = followsFrom(pruned);
    for (const complaint of check(amended.document, surroundings)) if (!follows(complaint)) complaints.push(complaint);
  }
  const problems = inOrder([...found, ...complaints.map((complaint) => placed(places, complaint))], files);
  const isBroken = problems.some(({ weight }) => weight === "error");
  return { document: isBroken ? null : (amended?.document ?? null), problems, places };
}

const nothingToRead: Problem = {
  ...{ weight: "error", file: "", line: 1, column: 1, path: "", code: "no-files" },
  ...{ message: "There is no file of a contract.", way_out: "Write one that begins with 'underpin: 1'." },
};

/** True for a complaint that only repeats what could not be read: about the same entry, or about its absence. */
function followsFrom(pruned: readonly Pruned[]): (complaint: Complaint) => boolean {
  const cuts = new Set(pruned.map((cut) => cut.path.join(".")));
  const around = new Set(pruned.flatMap((cut) => beginnings(cut.path)));
  const lost = new Set(pruned.flatMap((cut) => [...cut.names]));
  return ({ path, names }) =>
    around.has(path.join(".")) ||
    beginnings(path).some((each) => cuts.has(each)) ||
    (names !== undefined && lost.has(names));
}

/** A path and all that it lies in: `a.b`, `a` and the whole. */
const beginnings = (path: readonly string[]): readonly string[] =>
  [...path, ""].map((_, length) => path.slice(0, length).join("."));

function inOrder(problems: readonly Problem[], files: readonly SourceFile[]): readonly Problem[] {
  const order = new Map(files.map(({ name }, index) => [name, index]));
  const seen = new Set<string>();
  return [...problems]
    .sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.line - b.line || a.column - b.column)
    .filter((problem) => {
      const said = JSON.stringify(problem);
      return !seen.has(said) && seen.add(said);
    });
}
