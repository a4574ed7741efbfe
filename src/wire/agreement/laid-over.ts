import type { AmendmentDocument, Removes } from "../../engine/agreement/document/amendment.ts";
import type { ContractDocument } from "../../engine/agreement/document/document.ts";
import { type Amendment, amended, amendmentsOf } from "../../engine/agreement/resolve/amended.ts";
import { merge } from "../../engine/agreement/resolve/merge.ts";
import { partsComplaints } from "./check/amendment-parts.ts";

/**
 * The contract with a change in the signed text and in every version since, so that it holds for all records. A
 * version that has nothing of what is changed stays as it is.
 */
export function laidOver(document: ContractDocument, draft: Amendment): ContractDocument {
  let text = document;
  let isLaid = fits(document, draft);
  const laid = isLaid ? amended(document, draft) : document;
  const amendments: Record<string, AmendmentDocument> = { ...document.amendments };
  for (const { id, ...amendment } of amendmentsOf(document, draft.amends)) {
    text = amended(text, amendment);
    if (isLaid) amendments[id] = repeated(amendment, draft);
    else if (fits(text, draft)) {
      amendments[id] = begun(amendment, draft);
      isLaid = true;
    }
  }
  return { ...laid, amendments };
}

const fits = (text: ContractDocument, draft: Amendment): boolean => partsComplaints(text, draft).length === 0;

type Parts = Readonly<Record<string, unknown>>;

/** A later amendment does not undo the change: what both name is as the change says. */
function repeated(amendment: AmendmentDocument, { changes, removes }: Amendment): AmendmentDocument {
  const spared = removes === undefined ? amendment.changes : (left(amendment.changes, removes) as Parts | undefined);
  if (changes === undefined) return spared === undefined ? amendment : { ...amendment, changes: spared };
  return { ...amendment, changes: merge(spared ?? {}, changes) as Parts };
}

/** The amendment that brings what is changed brings it changed. */
function begun(amendment: AmendmentDocument, { changes, adds, removes }: Amendment): AmendmentDocument {
  const added = merge(merge(amendment.adds ?? {}, changes ?? {}), adds ?? {}) as Parts;
  return { ...amendment, adds: removes === undefined ? added : (left(added, removes) as Parts) };
}

/** What a part says of other things than those that are gone. */
function left(part: unknown, removes: Removes): unknown {
  if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
  const gone = (name: string): boolean => Array.isArray(removes) && removes.includes(name);
  const inside = (name: string): Removes => (Array.isArray(removes) ? [] : ((removes as Nested)[name] ?? []));
  return Object.fromEntries(
    Object.entries(part)
      .filter(([name]) => !gone(name))
      .map(([name, value]) => [name, left(value, inside(name))]),
  );
}

type Nested = { readonly [name: string]: Removes };
