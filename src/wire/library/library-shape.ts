/** One term of a ready service level that a contract usually changes. */
export interface ShapeParameter {
  /** As it is given on the command line: `expected`, `within-p1`. */
  readonly name: string;
  readonly meaning: string;
  /** What stands there until somebody changes it. */
  readonly example: string;
  /** Fields from the top of the level, joined by `.`: `clock.within`, `stages.0.expected`. */
  readonly field: string;
}

/** A ready service level: what it is for, and which of its terms to change. */
export interface LibraryShape {
  readonly id: string;
  readonly title: string;
  /** When to use it. */
  readonly means: string;
  readonly parameters: readonly ShapeParameter[];
}

/** What a level stands on beside calendars and one service; the contract around an example holds only these. */
export type Need = "priorities" | "waiting" | "components" | "window";

/** A ready service level as it is kept: its terms as YAML, each parameter by the field it stands in. */
export interface KeptShape {
  readonly id: string;
  readonly title: string;
  readonly means: string;
  readonly parameters: readonly KeptParameter[];
  /** The fields of the level. */
  readonly level: string;
  /** Further levels of the same agreement, where the level speaks of them. */
  readonly beside?: string;
  readonly needs?: readonly Need[];
}

/** Name, field and meaning; a field that is left out has the name of the parameter. */
export interface KeptParameter {
  readonly name: string;
  readonly field?: string;
  readonly meaning: string;
}
