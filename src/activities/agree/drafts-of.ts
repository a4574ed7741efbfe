import type { ContractDocument } from "../../engine/agreement/document/document.ts";
import { isAmendmentOf } from "../establish/text/changed-parts.ts";
import { textActivity } from "../establish/text/text-activity.ts";

/** A draft changes agreements of one kind, and amendments of them. */
export const draftsOf = (kind: "SLA" | "OLA" | "UC"): ReturnType<typeof textActivity> =>
  textActivity((part, texts) => {
    const isOfKind = (id: string): boolean =>
      [texts.before, texts.after].every(({ agreements }) => (agreements[id]?.kind ?? kind) === kind) &&
      isAgreement(texts.before, texts.after, id);
    if (part.section === "agreements" && part.id !== null) return isOfKind(part.id);
    return isAmendmentOf(part, texts, isOfKind);
  });

const isAgreement = (before: ContractDocument, after: ContractDocument, id: string): boolean =>
  id in before.agreements || id in after.agreements;
