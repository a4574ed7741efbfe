import type { ActivityOf, Step } from "./activity-names.ts";
import { activitiesOf } from "./activity-names.ts";
import { type MatrixRow, usualConsultation } from "./matrix.ts";

type Written = "inputs" | "outputs" | "responsible" | "accountable";

/** A row as it is written down: what it has beyond a plain activity of one person without approval. */
export type RowParts = Pick<MatrixRow, Written> & Partial<Omit<MatrixRow, Written | "step" | "activity">>;

/** The rows of a step in the order of the process. A step with an activity missing or unknown does not compile. */
export function rowsOf<S extends Step>(
  step: S,
  parts: Readonly<Record<ActivityOf<S>, RowParts>>,
): readonly MatrixRow[] {
  const names: readonly ActivityOf<S>[] = activitiesOf[step];
  return names.map((activity) => ({ step, activity, ...filled(parts[activity]) }));
}

const filled = (parts: RowParts): Omit<MatrixRow, "step" | "activity"> => ({
  doneBy: "a person",
  jointly: false,
  supporting: [],
  consulted: [],
  informed: [],
  approval: "none",
  segregation: [],
  answers: null,
  reasonRequired: false,
  counterSigned: false,
  noticeRules: false,
  evidenceRequired: false,
  consultation: usualConsultation(parts.doneBy ?? "a person", parts.consulted ?? []),
  ...parts,
});
