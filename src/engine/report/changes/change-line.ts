/** A change of what was agreed, in words: an amendment, a set of weights or an amount that carries its own day. */
export interface ChangeLine {
  readonly kind: "in force" | "coming";
  /** The first day on which it holds: `1 October 2025`. */
  readonly when: string;
  /** The agreement, the plan or the part of the contract that is changed. */
  readonly title: string;
  /** `version 1 becomes version 2`; null where it is no amendment. */
  readonly versions: string | null;
  /** The id of the amendment, credit plan or charge that says so, and the clause of what is changed. */
  readonly source: { readonly id: string; readonly clause: string | null };
  /** The records whose clocks follow it; null where it is no matter of records. */
  readonly reaches: string | null;
  /** Who signed or set it and when, in a sentence; null where nobody is named. */
  readonly by: string | null;
  /** Empty where nothing that is measured or written reads otherwise. */
  readonly what: readonly ChangedTerm[];
  readonly reason: string | null;
}

/** One term before and after; null: it was not there, or is gone. */
export interface ChangedTerm {
  readonly of: string;
  readonly term: string;
  readonly before: string | null;
  readonly after: string | null;
}
