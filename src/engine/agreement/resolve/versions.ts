import { addDays, type Day } from "../../time/civil.ts";
import type { AgreementDocument } from "../document/agreement.ts";
import type { AmendmentDocument } from "../document/amendment.ts";
import type { ContractDocument } from "../document/document.ts";
import { entry } from "../document/written.ts";
import type { Version } from "../terms.ts";
import { amended, amendmentsOf } from "./amended.ts";

/** One version of an agreement with its whole text. */
export interface AgreementVersion {
  readonly version: Version;
  readonly agreement: AgreementDocument;
}

/** All versions of an agreement, the signed text first; none where there is no such agreement. */
export function versionsOf(document: ContractDocument, agreementId: string): readonly AgreementVersion[] {
  const signed = entry(document.agreements, agreementId);
  if (signed === undefined) return [];
  const amendments = amendmentsOf(document, agreementId);
  const versions = [{ version: versionOf(1, signed.from, null), agreement: signed }];
  let text = document;
  for (const amendment of amendments) {
    text = amended(text, amendment);
    const agreement = entry(text.agreements, agreementId) ?? signed;
    const version = versionOf(versions.length + 1, amendment.effective, amendment.id);
    versions.push({ version: reaching(version, amendment), agreement });
  }
  return versions.map((one, i) => ({ ...one, version: endedBy(one.version, versions[i + 1]?.version ?? null) }));
}

/** The version in force on a day; null before the agreement begins and after it ends. */
export function versionAt(document: ContractDocument, agreementId: string, at: Day): AgreementVersion | null {
  const version = versionsOf(document, agreementId).findLast(({ version: { from } }) => from <= at);
  if (version === undefined) return null;
  const { from, until } = version.agreement;
  return from <= at && at <= (until ?? document.contract.until) ? version : null;
}

function versionOf(number: number, from: Day, amendment: string | null): Version {
  return { number, from, until: null, amendment };
}

/** A record keeps the terms it started with, unless the amendment says that it reaches further. */
function reaching(version: Version, { applies_to }: AmendmentDocument): Version {
  return applies_to === undefined || applies_to === "new records" ? version : { ...version, appliesTo: applies_to };
}

function endedBy(version: Version, next: Version | null): Version {
  return next === null ? version : { ...version, until: addDays(next.from, -1) };
}
