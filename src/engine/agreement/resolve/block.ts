import type { BlockName } from "../document/amendment.ts";
import type { ContractDocument } from "../document/document.ts";

type Section = keyof ContractDocument;
export type Block = Readonly<Record<string, unknown>>;

interface BlockShape {
  /** The section whose fields are the block's own fields. */
  readonly own: Section | null;
  /** Sections that stand in the block under their names. */
  readonly sections: readonly Section[];
}

/** What each of the five blocks of a contract is made of. */
export const blockShapes: Readonly<Record<BlockName, BlockShape>> = {
  contract: {
    own: "contract",
    sections: ["parties", "teams", "people", "tools", "charges", "definitions", "underpinning"],
  },
  calendars: { own: null, sections: ["holidays", "calendars", "maintenance_windows"] },
  catalogue: { own: "catalogue", sections: [] },
  improvement: { own: "improvement", sections: [] },
  reviews: { own: null, sections: ["reports", "reviews"] },
};

/** Where a field of an amended block stands in the document; null for a name that nothing has. */
export function pathOf(document: ContractDocument, amends: string, field: string): readonly string[] | null {
  const shape = shapeOf(amends);
  if (shape === null) {
    const section = sectionOf(document, amends);
    return section && [section, amends, field];
  }
  if (shape.sections.some((section) => section === field)) return [field];
  return shape.own && [shape.own, field];
}

/** The block that an amendment names, as one map; null for a name that nothing has. */
export function blockOf(document: ContractDocument, amends: string): Block | null {
  const shape = shapeOf(amends);
  if (shape === null) {
    const section = sectionOf(document, amends);
    return section && { ...document[section][amends] };
  }
  const own = shape.own === null ? {} : (document[shape.own] as object);
  return { ...own, ...Object.fromEntries(shape.sections.map((section) => [section, document[section]])) };
}

/** The document with another block in the place of the one that `amends` names. */
export function withBlock(document: ContractDocument, amends: string, block: Block): ContractDocument {
  const shape = shapeOf(amends);
  if (shape === null) {
    const section = sectionOf(document, amends);
    if (section === null) return document;
    return asDocument({ ...document, [section]: { ...(document[section] as object), [amends]: block } });
  }
  const entries = Object.entries(block);
  const isSection = (field: string): boolean => shape.sections.some((section) => section === field);
  const own = Object.fromEntries(entries.filter(([field]) => !isSection(field)));
  const sections = Object.fromEntries(entries.filter(([field]) => isSection(field)));
  return asDocument({ ...document, ...(shape.own === null ? {} : { [shape.own]: own }), ...sections });
}

function shapeOf(amends: string): BlockShape | null {
  return Object.hasOwn(blockShapes, amends) ? blockShapes[amends as BlockName] : null;
}

function sectionOf(document: ContractDocument, id: string): "agreements" | "credit_plans" | null {
  if (Object.hasOwn(document.agreements, id)) return "agreements";
  return Object.hasOwn(document.credit_plans, id) ? "credit_plans" : null;
}

/** Amendments are read by the schema of their block, so what they are laid over keeps its shape. */
const asDocument = (changed: unknown): ContractDocument => changed as ContractDocument;
