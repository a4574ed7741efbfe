import { approversOf, needsBothParties } from "./approvers.ts";
import type { ForbiddenUnion } from "./forbidden-unions.ts";
import { counts, isHeldAt, isNamedEachTime, peopleOf, type Scope } from "./holding.ts";
import type { Matrix, MatrixRow } from "./matrix.ts";
import type { MatrixFinding } from "./matrix-finding.ts";
import type { RoleCode, RoleRef } from "./roles.ts";

type Holders = Pick<Scope, "holdings" | "contract" | "at">;

/** Roles that nobody holds, approvals that nobody else can give, and people who hold what one person must not. */
export const lintHolders = (
  matrix: Matrix,
  holders: Holders,
  rules: readonly ForbiddenUnion[],
): readonly MatrixFinding[] => [
  ...matrix.flatMap((row) => absent(row, holders)),
  ...matrix.flatMap((row) => nobodyElse(row, holders)),
  ...rules.flatMap((rule) => unions(rule, holders)),
];

/** Every R, A and approver needs somebody; those named each time are looked for when they are named. */
function absent(row: MatrixRow, holders: Holders): readonly MatrixFinding[] {
  const parts: readonly (readonly [string, readonly RoleRef[]])[] = [
    ["R", row.responsible],
    ["A", [row.accountable]],
    ["approval", approversOf(row).filter((ref) => ref !== row.accountable && !row.responsible.includes(ref))],
  ];
  return parts.flatMap(([part, refs]) =>
    refs
      .filter((ref) => !isNamedEachTime(ref) && peopleOf([ref], holders).length === 0)
      .map((role): MatrixFinding => error("absent-holder", row.activity, { role, part })),
  );
}

/** One and the same person holds all that two persons must do. */
function nobodyElse(row: MatrixRow, holders: Holders): readonly MatrixFinding[] {
  return apart(row).flatMap(([one, other]) => {
    const [ones, others] = [peopleOf(one, holders), peopleOf(other, holders)].map((all) =>
      all.map((each) => each.person),
    );
    const person = ones?.[0];
    const alone = ones?.length === 1 && others?.length === 1 && person === others[0];
    if (!alone || person === undefined) return [];
    return [
      error("nobody-else-to-approve", row.activity, { person, does: one.join(", "), approves: other.join(", ") }),
    ];
  });
}

/** The pairs of roles that two persons must fill in a row. */
function apart(row: MatrixRow): readonly (readonly [readonly RoleRef[], readonly RoleRef[]])[] {
  const approvers = approversOf(row);
  const [first, second] = approvers;
  if (needsBothParties(row)) return first === undefined || second === undefined ? [] : [[[first], [second]]];
  const others = row.segregation.some((rule) => rule === "other than responsible" || rule === "never one person");
  return row.doneBy !== "the system" && (others || row.counterSigned) && approvers.length > 0
    ? [[row.responsible, approvers]]
    : [];
}

/** A person who holds a role of each set at once, in contracts that meet where the rule looks within one contract. */
function unions(rule: ForbiddenUnion, holders: Holders): readonly MatrixFinding[] {
  const held = holders.holdings.filter((one) =>
    rule.within === "anywhere" ? isHeldAt(one, holders.at) : counts(one, holders),
  );
  return [...new Set(held.map(({ person }) => person))].flatMap((person) => {
    const own = held.filter((one) => one.person === person).map(({ role }) => role);
    const [has, also] = [among(own, rule.roles), among(own, rule.with)];
    if (has.length === 0 || also.length === 0) return [];
    const facts = { rule: rule.code, person, roles: has.join(", "), with: also.join(", "), because: rule.because };
    return [{ code: "forbidden-union", weight: "error", activity: null, facts } as const];
  });
}

const among = (own: readonly RoleCode[], set: readonly RoleCode[]): readonly RoleCode[] => [
  ...new Set(own.filter((role) => set.includes(role))),
];

const error = (
  code: MatrixFinding["code"],
  activity: string,
  facts: Readonly<Record<string, string>>,
): MatrixFinding => ({ code, weight: "error", activity, facts });
