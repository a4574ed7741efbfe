import type { RecordKind } from "../agreement/words.ts";
import type { SourceRef } from "../source/source.ts";
import type { Instant } from "../time/instant.ts";

/** The states a tool's own words are translated to, once, by the mapping. */
export type State =
  | { readonly kind: "open"; readonly name: "new" | "in progress" }
  | { readonly kind: "waiting"; readonly reason: string }
  | { readonly kind: "resolved" }
  | { readonly kind: "closed" }
  | { readonly kind: "cancelled" }
  | { readonly kind: "merged"; readonly into: string | null }
  | { readonly kind: "unknown" };

/** What one event says. Values are the source's text, numbers as decimals (`0.1`), read exactly when compared. */
export type Change =
  | { readonly kind: "state"; readonly state: State }
  | { readonly kind: "field"; readonly field: string; readonly value: string | null }
  | { readonly kind: "moment"; readonly moment: string }
  | { readonly kind: "message"; readonly by: "client" | "supplier"; readonly open: boolean }
  | { readonly kind: "value"; readonly value: string | null };

/** One fact about one record: when it happened, when we learned it, and the row that says so. */
export interface RecordEvent {
  readonly happened: Instant;
  readonly learned: Instant;
  /** Order within the source, for events of one instant. */
  readonly sequence: number;
  readonly source: SourceRef;
  readonly change: Change;
}

/** One incident, problem, change, ... with its whole history, in order (happened, then sequence). */
export interface Fact {
  readonly id: string;
  readonly kind: RecordKind;
  readonly tool: string;
  readonly events: readonly RecordEvent[];
}
