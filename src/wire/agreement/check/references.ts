import type { ContractDocument } from "../../../engine/agreement/document/document.ts";

/** What an id can be the id of. */
export type Kind =
  | "party"
  | "provider"
  | "person"
  | "tool"
  | "calendar"
  | "holiday"
  | "window"
  | "service"
  | "main service"
  | "component"
  | "offering"
  | "priority"
  | "waiting"
  | "agreement"
  | "charge"
  | "plan"
  | "review";

/** An id written somewhere that must be the id of something. */
export interface Reference {
  readonly path: readonly string[];
  readonly id: string;
  readonly kind: Kind;
}

/** The ids of each kind, by the sections that hold them. */
export function idsOf(document: ContractDocument, kind: Kind): readonly string[] {
  return sectionsOf(document, kind).flatMap(({ entries }) => Object.keys(entries));
}

/** Where the things of a kind are written. */
export function sectionsOf(document: ContractDocument, kind: Kind) {
  const { catalogue, definitions } = document;
  const parties = { path: ["parties"], entries: document.parties };
  const services = { path: ["catalogue", "services"], entries: catalogue.services ?? {} };
  const components = { path: ["catalogue", "components"], entries: catalogue.components ?? {} };
  const sections: Readonly<Record<Kind, readonly { readonly path: readonly string[]; readonly entries: object }[]>> = {
    party: [parties],
    provider: [parties, { path: ["teams"], entries: document.teams }],
    person: [{ path: ["people"], entries: document.people }],
    tool: [{ path: ["tools"], entries: document.tools }],
    calendar: [{ path: ["calendars"], entries: document.calendars }],
    holiday: [{ path: ["holidays"], entries: document.holidays }],
    window: [{ path: ["maintenance_windows"], entries: document.maintenance_windows }],
    service: [services, components],
    "main service": [services],
    component: [components],
    offering: [{ path: ["catalogue", "offerings"], entries: catalogue.offerings ?? {} }],
    priority: [{ path: ["definitions", "priorities"], entries: definitions.priorities ?? {} }],
    waiting: [{ path: ["definitions", "waiting"], entries: definitions.waiting ?? {} }],
    agreement: [{ path: ["agreements"], entries: document.agreements }],
    charge: [{ path: ["charges"], entries: document.charges }],
    plan: [{ path: ["credit_plans"], entries: document.credit_plans }],
    review: [{ path: ["reviews"], entries: document.reviews }],
  };
  return sections[kind];
}

/** One reference, or none where the field is not written. */
export function one(path: readonly string[], id: string | undefined, kind: Kind): readonly Reference[] {
  return id === undefined ? [] : [{ path, id, kind }];
}

/** The references of a list. */
export function many(path: readonly string[], ids: readonly string[] | undefined, kind: Kind): readonly Reference[] {
  return (ids ?? []).map((id, index) => ({ path: [...path, String(index)], id, kind }));
}

/** The references that the ids of a map are. */
export function keys(path: readonly string[], map: object | undefined, kind: Kind): readonly Reference[] {
  return Object.keys(map ?? {}).map((id) => ({ path: [...path, id], id, kind }));
}
