import type { AmendmentDocument } from "../../engine/agreement/document/amendment.ts";
import type { ContractDocument } from "../../engine/agreement/document/document.ts";
import type { Day } from "../../engine/time/civil.ts";
import { amendment } from "./amendment.ts";
import { readAmendments } from "./amendments.ts";
import { amendmentPath } from "./check/amendment-path.ts";
import { check } from "./check/check.ts";
import type { Surroundings } from "./check/rule.ts";
import { fields } from "./fields.ts";
import { laidOver } from "./laid-over.ts";
import { placed } from "./places.ts";
import type { Complaint, Problem } from "./problem.ts";
import { shape } from "./shape.ts";
import { readTree, type SourceFile } from "./tree.ts";

/** A contract as it would be, or why the change cannot be made. */
export interface ChangedContract {
  readonly document: ContractDocument | null;
  /** Errors only, each with its place in the file of the change. */
  readonly problems: readonly Problem[];
}

/** What is asked: the contract, the day on which the change must fit, and what lies around the contract. */
export interface WhatIfInput {
  readonly document: ContractDocument;
  readonly day: Day;
  readonly around: Surroundings;
}

/** An amendment that nobody signed: what it amends, and how. */
const whatIf = fields({
  amends: amendment.shape.amends,
  changes: amendment.shape.changes,
  adds: amendment.shape.adds,
  removes: amendment.shape.removes,
});

/** No id of a contract holds a space, so no amendment can be called so. */
const id = "what if";

/**
 * Reads a change of a contract by the schemas of amendments, holds it against every rule of the format, and lays it
 * over every version of what it amends. Never throws on any text.
 */
export function readWhatIf(input: WhatIfInput, file: SourceFile): ChangedContract {
  const { tree, places, problems } = readTree(file);
  const refused = (complaints: readonly Complaint[]): ChangedContract => ({
    document: null,
    problems: complaints.map((complaint) => placed(places, inFile(complaint))),
  });
  if (problems.length > 0) return { document: null, problems };
  const shaped = shape(whatIf, tree);
  if (shaped.value === null || shaped.complaints.length > 0) return refused(shaped.complaints);
  const unread: AmendmentDocument = { ...shaped.value, ...unsigned(input) };
  const read = readAmendments({ ...input.document, amendments: { [id]: unread } });
  const draft = read.document.amendments[id] ?? unread;
  const errors = read.complaints.length > 0 ? read.complaints : brokenBy(input, draft);
  if (errors.length > 0) return refused(errors);
  const document = laidOver(input.document, { ...draft, id });
  const later = newErrors(input, document).map((complaint) => ofTheDraft(input, draft, complaint));
  return later.length > 0 ? refused(later) : { document, problems: [] };
}

const unsigned = ({ document, day }: WhatIfInput) => ({
  effective: day,
  signed: document.contract.from,
  signed_by: [],
  reason: id,
});

/** What the change breaks where it stands as one more amendment. */
const brokenBy = ({ document, around }: WhatIfInput, draft: AmendmentDocument): readonly Complaint[] =>
  check({ ...document, amendments: { ...document.amendments, [id]: draft } }, around)
    .filter(isError)
    .filter(({ path }) => path[0] === "amendments" && path[1] === id);

/** What is wrong in the changed contract, whose other text was sound. */
const newErrors = ({ around }: WhatIfInput, document: ContractDocument): readonly Complaint[] =>
  check(document, around).filter(isError);

const isError = ({ weight }: Complaint): boolean => weight !== "warning";

function ofTheDraft({ document, day }: WhatIfInput, draft: AmendmentDocument, complaint: Complaint): Complaint {
  return amendmentPath({ ...document, amendments: { [id]: draft } }, complaint, day);
}

/** The path as it stands in the file of the change. */
function inFile(complaint: Complaint): Complaint {
  const { path } = complaint;
  return path[0] === "amendments" && path[1] === id ? { ...complaint, path: path.slice(2) } : complaint;
}
