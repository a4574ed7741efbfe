import { approversOf, isClient, needsBothParties } from "./approvers.ts";
import { type Approval, type Matrix, type MatrixRow, rowOf } from "./matrix.ts";
import type { MatrixFinding } from "./matrix-finding.ts";

/** The approvals that ask at least as much as each does. */
const atLeast: Readonly<Record<Approval, readonly Approval[]>> = {
  none: ["none", "where closed", "above materiality", "accountable", "both parties"],
  "where closed": ["where closed", "accountable", "both parties"],
  "above materiality": ["above materiality", "both parties"],
  accountable: ["accountable", "both parties"],
  "both parties": ["both parties"],
};

/** Where a matrix asks less than the default: of approval, of segregation, of both parties, of waiting for the C. */
export const loosened = (matrix: Matrix, standard: Matrix): readonly MatrixFinding[] =>
  matrix.flatMap((row) =>
    standard.some(({ activity }) => activity === row.activity) ? loosenedRow(row, rowOf(standard, row.activity)) : [],
  );

function loosenedRow(row: MatrixRow, standard: MatrixRow): readonly MatrixFinding[] {
  const { activity } = row;
  return [
    ...(atLeast[standard.approval].includes(row.approval)
      ? []
      : [warning("approval-loosened", activity, { now: row.approval, standard: standard.approval })]),
    ...standard.segregation
      .filter((rule) => !row.segregation.includes(rule))
      .map((rule) => warning("segregation-loosened", activity, { rule })),
    ...bothSides(row),
    ...consultation(row, standard),
  ];
}

/** Approval by both parties means nothing where those who approve sit on one side, or where only one is left. */
function bothSides(row: MatrixRow): readonly MatrixFinding[] {
  const { activity } = row;
  if (row.jointly && row.responsible.length < 2)
    return [{ code: "joint-responsible-lost", weight: "error", activity, facts: { left: row.responsible.join(", ") } }];
  if (!needsBothParties(row)) return [];
  const approvers = approversOf(row);
  const clients = approvers.filter(isClient);
  if (clients.length > 0 && clients.length < approvers.length) return [];
  return [{ code: "one-side-approves", weight: "error", activity, facts: { approvers: approvers.join(", ") } }];
}

function consultation(row: MatrixRow, standard: MatrixRow): readonly MatrixFinding[] {
  const [now, before] = [waited(row), waited(standard)];
  if (now >= before) return [];
  const facts = { now: String(now), standard: String(before) };
  return [{ code: "consultation-loosened", weight: "note", activity: row.activity, facts }];
}

const waited = ({ consultation: { waits, within } }: MatrixRow): number => (waits ? within : 0);

const warning = (
  code: "approval-loosened" | "segregation-loosened",
  activity: string,
  facts: Readonly<Record<string, string>>,
): MatrixFinding => ({ code, weight: "warning", activity, facts });
