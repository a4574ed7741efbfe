import type { Day } from "../../time/civil.ts";
import type { CatalogueSection, DependencyDocument } from "../document/catalogue.ts";
import type { ContractDocument } from "../document/document.ts";
import type { ById } from "../document/written.ts";
import type { CatalogueItem, ContractTerms, Dependency, WaitingTerms, WindowTerms } from "../terms.ts";
import type { Bearer } from "../words.ts";
import { documentAt } from "./amended.ts";
import { calendarTerms, type World } from "./calendar-terms.ts";

/** Everything that is the same for every level of the contract on a day. */
export function contractTerms(document: ContractDocument, at: Day, world: World): ContractTerms {
  const now = documentAt(document, at);
  const { contract, definitions } = now;
  return {
    id: contract.id,
    title: contract.title,
    reference: contract.reference ?? null,
    client: contract.client,
    supplier: contract.supplier,
    zone: contract.time_zone,
    currency: contract.currency,
    language: contract.language ?? "en-GB",
    from: contract.from,
    until: contract.until,
    calendars: each(now.calendars, (id) => calendarTerms(now, id, world)),
    windows: each(now.maintenance_windows, (id) => windowTerms(now, id)),
    waiting: each(definitions.waiting ?? {}, (id) => waitingTerms(now, id)),
    priorities: Object.entries(definitions.priorities ?? {}).map(([id, { name, means }]) => ({ id, name, means })),
    catalogue: catalogueTerms(now.catalogue),
    offerings: each(now.catalogue.offerings ?? {}, (_, { approved_by }) => ({ approvedBy: approved_by ?? "none" })),
    names: each({ ...now.people, ...now.teams, ...now.parties }, (_, { name }) => name),
  };
}

function each<T, R>(entries: ById<T>, make: (id: string, entry: T) => R | null): Readonly<Record<string, R>> {
  const made = Object.entries(entries).flatMap(([id, entry]) => {
    const one = make(id, entry);
    return one === null ? [] : [[id, one] as const];
  });
  return Object.fromEntries(made);
}

function windowTerms(document: ContractDocument, id: string): WindowTerms | null {
  const window = document.maintenance_windows[id];
  if (window === undefined) return null;
  const { title, every, on, at, services } = window;
  const zone = window.time_zone ?? document.contract.time_zone;
  return { id, title, every, on, from: at.from, to: at.to, services, zone };
}

function waitingTerms(document: ContractDocument, id: string): WaitingTerms | null {
  const waiting = document.definitions.waiting?.[id];
  if (waiting === undefined) return null;
  return { id, name: waiting.name, bearer: waiting.borne_by ?? bearerOf(id), endsAfter: waiting.ends_after ?? null };
}

/** Where `borne_by` is not written: `client…` is borne by the client, `vendor…` by the vendor, the rest by nobody. */
function bearerOf(id: string): Bearer {
  if (/^client(-|$)/.test(id)) return "client";
  return /^vendor(-|$)/.test(id) ? "vendor" : "nobody";
}

function catalogueTerms({ services, components }: CatalogueSection): Readonly<Record<string, CatalogueItem>> {
  const items = { ...components, ...services };
  return each(items, (id, item) => ({
    id,
    name: item.name,
    dependsOn: (item.depends_on ?? []).map(dependencyTerms),
    partOf: "part_of" in item ? (item.part_of ?? null) : null,
  }));
}

function dependencyTerms(dependency: DependencyDocument): Dependency {
  if (typeof dependency === "string") return { atLeast: 1, of: [dependency] };
  return { atLeast: dependency.at_least, of: dependency.of };
}
