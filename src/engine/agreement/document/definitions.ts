import type { Allowed } from "../quantity.ts";
import type { Bearer, RecordKind } from "../words.ts";
import type { ById } from "./written.ts";

/** Words that the contract itself defines. */
export interface DefinitionsSection {
  /** In order of severity, the most severe first. */
  readonly priorities?: ById<PriorityDocument> | undefined;
  /** The only reasons for which a clock may stop. */
  readonly waiting?: ById<WaitingDocument> | undefined;
  /** Further fields that `where` may use. */
  readonly fields?: ById<FieldDocument> | undefined;
}

export interface PriorityDocument {
  readonly name: string;
  readonly means: string;
}

export interface WaitingDocument {
  readonly name: string;
  /** Restarts the clock after this much waiting. */
  readonly ends_after?: Allowed | undefined;
  readonly borne_by?: Bearer | undefined;
}

export interface FieldDocument {
  readonly of: RecordKind;
  readonly values: readonly string[];
}
