import type { ContractDocument } from "../engine/agreement/document/document.ts";
import type { Finding } from "../engine/finding/finding.ts";
import type { Entered, Relief } from "../engine/record/relief.ts";
import type { JobOrder } from "./run-job.ts";

/** Facts that lie beside the records. */
export interface Besides {
  readonly relief: readonly Relief[];
  readonly entered: readonly Entered[];
  readonly findings: readonly Finding[];
}

/** Reads granted relief and figures entered by hand. */
export async function besidesOf(_document: ContractDocument, _order: JobOrder): Promise<Besides> {
  return { relief: [], entered: [], findings: [] };
}
