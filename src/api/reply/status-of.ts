/**
 * The status of a refusal by its code. Codes are named after the rule that said no; whose name begins with `no-such-` or
 * `unknown-` names a thing that is not there, and any other rule is a conflict with how things stand.
 */
export function statusOf(code: string): number {
  const told = statuses[code];
  if (told !== undefined) return told;
  return code.startsWith("no-such-") || code.startsWith("unknown-") ? 404 : 409;
}

/** Every refusal of the RASCI matrix, which any activity may meet. */
export const refusalsOfRoles: readonly string[] = [
  ...["not-responsible", "not-accountable", "not-supporting", "not-asked", "not-yours"],
  ...["system-only", "person-only", "holds-other-role", "for-oneself", "same-person", "same-party"],
];

/** Refusals that are neither: who may not, and what cannot be read. */
const statuses: Readonly<Record<string, number>> = {
  ...Object.fromEntries(refusalsOfRoles.map((code) => [code, 403])),
  "administrator-only": 403,
  "several-tenants": 403,
  "input-refused": 422,
  "cursor-unreadable": 422,
  "too-many-requests": 429,
  "too-many-streams": 429,
};
