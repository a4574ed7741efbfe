import { activityNames, isActivity } from "./activity-names.ts";
import { defaultMatrix } from "./default-matrix.ts";
import type { ForbiddenUnion } from "./forbidden-unions.ts";
import type { Scope } from "./holding.ts";
import { lintHolders } from "./lint-holders.ts";
import { loosened } from "./loosened.ts";
import type { Matrix, MatrixRow } from "./matrix.ts";
import type { MatrixFinding } from "./matrix-finding.ts";
import { isRole } from "./roles.ts";

/**
 * Everything odd about a matrix and about those who hold its roles at an instant, in the order of the rows. With a null
 * contract only roles held for all contracts count.
 */
export function lintMatrix(
  matrix: Matrix,
  holders: Pick<Scope, "holdings" | "contract" | "at">,
  rules: readonly ForbiddenUnion[],
): readonly MatrixFinding[] {
  return [
    ...names(matrix),
    ...matrix.flatMap(parts),
    ...loosened(matrix, defaultMatrix),
    ...lintHolders(matrix, holders, rules),
  ];
}

/** Each activity of the process once, under its name, in its step. */
function names(matrix: Matrix): readonly MatrixFinding[] {
  const missing = activityNames.filter((name) => !matrix.some(({ activity }) => activity === name));
  const renamed = matrix.filter(({ activity }) => !isActivity(activity)).map((row) => renamedOf(row, missing));
  const was = renamed.map(({ facts }) => facts.was);
  return [
    ...missing.filter((name) => !was.includes(name)).map((name) => error("activity-missing", name)),
    ...renamed,
    ...matrix.flatMap((row, at) =>
      matrix.findIndex(({ activity }) => activity === row.activity) < at ? [error("activity-twice", row.activity)] : [],
    ),
    ...matrix.flatMap(otherStep),
  ];
}

/** An unknown activity that gives what a missing one of its step gives is that one under another name. */
function renamedOf(row: MatrixRow, missing: readonly string[]): MatrixFinding {
  const was = defaultMatrix.find(
    ({ step, activity, outputs }) =>
      missing.includes(activity) && step === row.step && outputs.join() === row.outputs.join(),
  );
  return was === undefined
    ? error("activity-unknown", row.activity)
    : error("activity-renamed", row.activity, { was: was.activity });
}

function otherStep(row: MatrixRow): readonly MatrixFinding[] {
  const standard = defaultMatrix.find(({ activity }) => activity === row.activity);
  if (standard === undefined || standard.step === row.step) return [];
  return [error("activity-in-other-step", row.activity, { step: row.step, standard: standard.step })];
}

/** Exactly one A, which is a role and no group, and an R. Stored matrices may hold what the types do not. */
function parts(row: MatrixRow): readonly MatrixFinding[] {
  const accountable: string = row.accountable;
  return [
    ...(isRole(accountable) ? [] : [error("accountable-not-one", row.activity, { accountable })]),
    ...(row.responsible.length > 0 ? [] : [error("responsible-missing", row.activity)]),
  ];
}

const error = (
  code: MatrixFinding["code"],
  activity: string,
  facts: Readonly<Record<string, string>> = {},
): MatrixFinding => ({ code, weight: "error", activity, facts });
