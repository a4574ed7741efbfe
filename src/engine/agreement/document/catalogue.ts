import type { ById } from "./written.ts";

/** What is provided: services, what they rest on, and what can be requested. */
export interface CatalogueSection {
  readonly services?: ById<ServiceDocument> | undefined;
  readonly components?: ById<ComponentDocument> | undefined;
  readonly offerings?: ById<OfferingDocument> | undefined;
}

export interface ServiceDocument {
  readonly name: string;
  readonly criticality: "vital" | "essential" | "supporting";
  readonly owner: string;
  readonly calendar: string;
  readonly purpose?: string | undefined;
  readonly depends_on?: readonly DependencyDocument[] | undefined;
}

export interface ComponentDocument {
  readonly name: string;
  /** A team or a party. */
  readonly provided_by: string;
  readonly depends_on?: readonly DependencyDocument[] | undefined;
  /** It rests under the promise of the whole. */
  readonly part_of?: string | undefined;
}

/** One that is needed, or how many of several. */
export type DependencyDocument = string | { readonly at_least: number; readonly of: readonly string[] };

export interface OfferingDocument {
  readonly name: string;
  readonly service: string;
  readonly approved_by?: "none" | "client" | "supplier" | undefined;
}
