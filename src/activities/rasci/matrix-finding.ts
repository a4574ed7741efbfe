/** What can be odd about a matrix, its changes, or the people who hold its roles. */
export type MatrixFindingCode =
  | "activity-missing"
  | "activity-unknown"
  | "activity-renamed"
  | "activity-twice"
  | "activity-in-other-step"
  | "accountable-not-one"
  | "responsible-missing"
  | "joint-responsible-lost"
  | "one-side-approves"
  | "approval-loosened"
  | "segregation-loosened"
  | "consultation-loosened"
  | "absent-holder"
  | "nobody-else-to-approve"
  | "forbidden-union";

/** A finding beside the matrix, never thrown. `activity` is the row it is about; null where it is about a person. */
export interface MatrixFinding {
  readonly code: MatrixFindingCode;
  /** `error`: the process cannot run so; `warning`: weaker than the default, to be seen; `note`: worth knowing. */
  readonly weight: "error" | "warning" | "note";
  readonly activity: string | null;
  /** What the sentence is made of. */
  readonly facts: Readonly<Record<string, string>>;
}
