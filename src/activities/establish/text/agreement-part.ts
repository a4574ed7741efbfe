import type { ContractDocument } from "../../../engine/agreement/document/document.ts";
import { canonical, sha256 } from "../../../store/canonical.ts";

/**
 * What one signs with an agreement: the agreement, the credit plans that are for it, and every amendment of these. Its
 * parties see no other part of the text by it.
 */
export function agreementPart(document: ContractDocument, agreement: string): Readonly<Record<string, unknown>> {
  const credit_plans = only(document.credit_plans, (plan) => plan.for === agreement);
  const names = [agreement, ...Object.keys(credit_plans)];
  return {
    agreement: document.agreements[agreement],
    credit_plans,
    amendments: only(document.amendments, ({ amends }) => names.includes(amends)),
  };
}

/** The hash of each agreement's part, by the agreement's id. */
export const partHashes = (document: ContractDocument): ReadonlyMap<string, string> =>
  new Map(Object.keys(document.agreements).map((id) => [id, sha256(canonical(agreementPart(document, id)))]));

const only = <T>(all: Readonly<Record<string, T>>, keep: (one: T) => boolean): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).filter(([, one]) => keep(one)));
