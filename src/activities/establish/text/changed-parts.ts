import type { ContractDocument } from "../../../engine/agreement/document/document.ts";
import { canonical } from "../../../store/canonical.ts";

/** A part of a contract that differs between two texts: a section, or an entry of a section by its id. */
export interface Part {
  readonly section: keyof ContractDocument;
  readonly id: string | null;
}

/** Two texts of a contract. */
export interface TwoTexts {
  readonly before: ContractDocument;
  readonly after: ContractDocument;
}

/** Sections whose entries are told apart. */
const byId: readonly (keyof ContractDocument)[] = ["agreements", "amendments", "credit_plans"];

/** The parts in which two texts differ, in the order of the sections. */
export function changedParts({ before, after }: TwoTexts): readonly Part[] {
  const sections = Object.keys({ ...before, ...after }) as (keyof ContractDocument)[];
  return sections.flatMap((section): readonly Part[] => {
    const [old, now] = [before[section], after[section]];
    if (canonical(old) === canonical(now)) return [];
    if (!byId.includes(section)) return [{ section, id: null }];
    const [olds, nows] = [old as Entries, now as Entries];
    const ids = [...new Set([...Object.keys(olds), ...Object.keys(nows)])];
    return ids.filter((id) => canonical(olds[id]) !== canonical(nows[id])).map((id) => ({ section, id }));
  });
}

type Entries = Readonly<Record<string, unknown>>;

/** What an amendment amends, in both texts where it stands in both. */
export const amendedBy = ({ before, after }: TwoTexts, id: string | null): readonly string[] =>
  [before, after].flatMap(({ amendments }) => {
    const amends = id === null ? undefined : amendments[id]?.amends;
    return amends === undefined ? [] : [amends];
  });

/** True for an amendment that amends nothing but what the test holds true of. */
export const isAmendmentOf = (part: Part, texts: TwoTexts, test: (amends: string) => boolean): boolean =>
  part.section === "amendments" && amendedBy(texts, part.id).every(test);

export const writePart = ({ section, id }: Part): string => (id === null ? section : `${section}.${id}`);
