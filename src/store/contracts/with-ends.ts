import type { AmendmentDocument } from "../../engine/agreement/document/amendment.ts";
import type { ContractDocument } from "../../engine/agreement/document/document.ts";
import type { Day } from "../../engine/time/civil.ts";

/** The document with the last days of agreements that were ended; no amendment moves such an end to a later day. */
export function withEnds(document: ContractDocument, ends: ReadonlyMap<string, Day>): ContractDocument {
  if (ends.size === 0) return document;
  const agreements = each(document.agreements, (agreement, id) => {
    const end = ends.get(id);
    return end === undefined ? agreement : { ...agreement, until: sooner(agreement.until, end) };
  });
  const amendments = each(document.amendments, (amendment) => {
    const end = ends.get(amendment.amends);
    return end === undefined ? amendment : { ...amendment, ...cut(amendment, end) };
  });
  return { ...document, agreements, amendments };
}

function cut({ changes, adds }: AmendmentDocument, end: Day): Partial<AmendmentDocument> {
  return {
    ...(changes !== undefined && "until" in changes
      ? { changes: { ...changes, until: sooner(changes.until as Day, end) } }
      : {}),
    ...(adds !== undefined && "until" in adds ? { adds: { ...adds, until: sooner(adds.until as Day, end) } } : {}),
  };
}

const sooner = (until: Day | undefined, end: Day): Day => (until !== undefined && until < end ? until : end);

const each = <T>(all: Readonly<Record<string, T>>, change: (one: T, id: string) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).map(([id, one]) => [id, change(one, id)]));
