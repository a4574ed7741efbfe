import type { RecordKind } from "../../engine/agreement/words.ts";
import type { RecordEvent } from "../../engine/record/record.ts";

/** Which record of a contract. */
export interface RecordKey {
  readonly kind: RecordKind;
  readonly tool: string;
  readonly id: string;
}

/** An event as it is stored: with the batch that brought it, and its place among events of one instant, number and row. */
export interface Telling extends RecordEvent {
  readonly place: number;
  readonly batch: string;
}

/** Events that a call brought name no file; a correction names itself. */
export const byCall = "";
export const byCorrection = "correction";

/** A record as a text. */
export const keyOf = ({ kind, tool, id }: RecordKey): string => JSON.stringify([kind, tool, id]);

/** The order in which records are locked, so that two that come at once never wait for each other. */
export function inLockOrder<T extends RecordKey>(records: readonly T[]): T[] {
  return [...records].sort((a, b) => order(a.kind, b.kind) || order(a.tool, b.tool) || order(a.id, b.id));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
