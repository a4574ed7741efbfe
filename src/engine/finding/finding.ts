import type { SourceRef } from "../source/source.ts";

/**
 * Something odd in the data or in an agreement: a value beside the result, never a stop.
 * `code` names the rule in kebab-case; `facts` are what its sentence is made of.
 */
export interface Finding {
  readonly code: string;
  /** `error`: a figure or a definition cannot stand; `warning`: someone should look; `note`: worth knowing. */
  readonly weight: "error" | "warning" | "note";
  readonly source: SourceRef | null;
  /** The record concerned, where one is. */
  readonly record: string | null;
  readonly facts: Readonly<Record<string, string>>;
}

/** A result with the findings made on the way. */
export interface Found<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}

/** A finding with its optional parts filled in. */
export function finding(code: string, parts: Partial<Omit<Finding, "code">> = {}): Finding {
  return { weight: "warning", source: null, record: null, facts: {}, ...parts, code };
}
