import type { RecordKind } from "../words.ts";

/** A party of the contract or of an underpinning contract. */
export interface PartyDocument {
  readonly name: string;
  readonly role: "client" | "supplier" | "vendor";
}

/** A team: an internal provider of OLAs. */
export interface TeamDocument {
  readonly name: string;
  /** The party it belongs to. */
  readonly of: string;
  readonly place?: string | undefined;
  readonly lead?: string | undefined;
}

export interface PersonDocument {
  readonly name: string;
  readonly of: string;
  /** Words of the RASCI matrix. */
  readonly roles: readonly string[];
  readonly email?: string | undefined;
}

/** A tool whose records are measured; one per kind unless a level names its `source`. */
export interface ToolDocument {
  readonly name: string;
  readonly records: readonly RecordKind[];
  readonly owner?: string | undefined;
}
