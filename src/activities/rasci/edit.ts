import type { ActivityName } from "./activity-names.ts";
import { loosened } from "./loosened.ts";
import { type Matrix, type MatrixRow, usualConsultation } from "./matrix.ts";
import type { MatrixFinding } from "./matrix-finding.ts";

type Editable =
  | "responsible"
  | "accountable"
  | "supporting"
  | "consulted"
  | "informed"
  | "approval"
  | "segregation"
  | "consultation";

/** What a tenant changed of one row; what is left out stays as in the default. */
export type RowChange = { readonly [field in Editable]?: MatrixRow[field] | undefined };

/** A tenant's changes by activity. */
export type MatrixChanges = Readonly<Partial<Record<ActivityName, RowChange | undefined>>>;

/** The default with a tenant's changes, and beside it every place where it now asks less than the default. */
export function editMatrix(
  standard: Matrix,
  changes: MatrixChanges,
): { readonly matrix: Matrix; readonly findings: readonly MatrixFinding[] } {
  const matrix = standard.map((row) => changedRow(row, changes[row.activity] ?? {}));
  return { matrix, findings: loosened(matrix, standard) };
}

/** What makes a matrix out of the default: the least changes that `editMatrix` needs to give it again. */
export function changesOf(standard: Matrix, matrix: Matrix): MatrixChanges {
  const entries = standard.flatMap((row) => {
    const now = matrix.find(({ activity }) => activity === row.activity);
    const change = now === undefined ? {} : changeOf(row, now);
    return Object.keys(change).length === 0 ? [] : [[row.activity, change] as const];
  });
  return Object.fromEntries(entries);
}

/** New people to consult bring the usual wait with them, unless the change says how long. */
function changedRow(row: MatrixRow, change: RowChange): MatrixRow {
  const consulted = change.consulted ?? row.consulted;
  return {
    ...row,
    responsible: change.responsible ?? row.responsible,
    accountable: change.accountable ?? row.accountable,
    supporting: change.supporting ?? row.supporting,
    consulted,
    informed: change.informed ?? row.informed,
    approval: change.approval ?? row.approval,
    segregation: change.segregation ?? row.segregation,
    consultation:
      change.consultation ??
      (change.consulted === undefined ? row.consultation : usualConsultation(row.doneBy, consulted)),
  };
}

function changeOf(row: MatrixRow, now: MatrixRow): RowChange {
  const who = pick(row, now, ["responsible", "accountable", "supporting", "consulted", "informed"]);
  const how = pick(row, now, ["approval", "segregation"]);
  const derived = changedRow(row, who);
  return { ...who, ...how, ...pick(derived, now, ["consultation"]) };
}

function pick(row: MatrixRow, now: MatrixRow, fields: readonly Editable[]): RowChange {
  const changed = fields.filter((field) => JSON.stringify(row[field]) !== JSON.stringify(now[field]));
  return Object.fromEntries(changed.map((field) => [field, now[field]]));
}
