import type { Allowed } from "../quantity.ts";
import type { Moment } from "../words.ts";
import type { ClockRulesDocument } from "./rules.ts";
import type { ById } from "./written.ts";

/** The clock of a service level as written. */
export interface ClockDocument extends ClockRulesDocument {
  readonly starts?: Moment | undefined;
  readonly stops: Moment;
  readonly within?: Allowed | undefined;
  /** Due at a moment of the record. */
  readonly by?: Moment | undefined;
  readonly calendar?: string | undefined;
  readonly pauses_while_waiting_for?: readonly string[] | undefined;
  readonly per_priority?: ById<ClockRowDocument> | undefined;
  readonly per_offering?: ById<ClockRowDocument> | undefined;
  readonly per_service?: ById<ClockRowDocument> | undefined;
  readonly per_site?: ById<ClockRowDocument> | undefined;
}

/** Terms of the records of one priority, offering, service or site. */
export interface ClockRowDocument {
  readonly within?: Allowed | undefined;
  readonly calendar?: string | undefined;
  readonly clause?: string | undefined;
}
