import type { AgreementDocument } from "../../../engine/agreement/document/agreement.ts";
import type { ContractDocument } from "../../../engine/agreement/document/document.ts";
import type { LevelDocument } from "../../../engine/agreement/document/level.ts";
import type { Complaint } from "../problem.ts";

/** What a contract refers to beyond itself. What is not told is not checked. */
export interface Surroundings {
  readonly isZone?: (id: string) => boolean;
}

/** One rule of the format: everything in a contract that breaks it. */
export type Rule = (document: ContractDocument, around: Surroundings) => readonly Complaint[];

/** A level with where it stands. */
export interface LevelPlace {
  readonly agreementId: string;
  readonly agreement: AgreementDocument;
  readonly levelId: string;
  readonly level: LevelDocument;
  readonly path: readonly string[];
}

/** Every level of the contract. */
export function levelsOf(document: ContractDocument): readonly LevelPlace[] {
  return Object.entries(document.agreements).flatMap(([agreementId, agreement]) =>
    Object.entries(agreement.service_levels).map(([levelId, level]) => ({
      agreementId,
      agreement,
      levelId,
      level,
      path: ["agreements", agreementId, "service_levels", levelId],
    })),
  );
}

/** A rule that looks at one level at a time. */
export function eachLevel(rule: (place: LevelPlace, document: ContractDocument) => readonly Complaint[]): Rule {
  return (document) => levelsOf(document).flatMap((place) => rule(place, document));
}

/** What is wrong with a value, and the way out. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly way_out: string;
  readonly weight?: "error" | "warning";
  readonly names?: string;
}

export const atValue = (path: readonly string[], fault: Fault): Complaint => ({ path, at: "value", ...fault });
export const atKey = (path: readonly string[], fault: Fault): Complaint => ({ path, at: "key", ...fault });
