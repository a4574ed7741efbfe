/**
 * The status of a refusal by its code. Codes are named after the rule that said no; whose name begins with `no-such-` or
 * `unknown-` names a thing that is not there, and any other rule is a conflict with how things stand.
 */
export function statusOf(code: string): number {
  const told = statuses[code];
  if (told !== undefined) return told;
  return code.startsWith("no-such-") || code.startsWith("unknown-") ? 404 : 409;
}

/** Refusals that are neither: who may not, and what cannot be read. */
const statuses: Readonly<Record<string, number>> = {
  "not-responsible": 403,
  "not-accountable": 403,
  "not-supporting": 403,
  "not-consulted": 403,
  "not-started-by-you": 403,
  "system-only": 403,
  "person-only": 403,
  "holds-other-role": 403,
  "for-oneself": 403,
  "same-person": 403,
  "same-party": 403,
  "input-refused": 422,
  "cursor-unreadable": 422,
  "too-many-requests": 429,
  "too-many-streams": 429,
};

/** Every refusal of the RASCI matrix, which any activity may meet. */
export const refusalsOfRoles: readonly string[] = Object.keys(statuses).filter((code) => statuses[code] === 403);
