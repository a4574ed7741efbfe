/** A place in a file: line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Something wrong with a contract as written: where, which rule, and the way out. */
export interface Problem extends Place {
  /** A contract with an error cannot be used; a warning should be looked at. */
  readonly weight: "error" | "warning";
  /** Fields and ids from the top, joined by `.`. */
  readonly path: string;
  /** The rule, in kebab-case. */
  readonly code: string;
  readonly message: string;
  readonly way_out: string;
}

/** A problem before its place is known. */
export interface Complaint {
  readonly path: readonly string[];
  /** True where the name is wrong, not what it holds. */
  readonly at: "key" | "value";
  readonly code: string;
  readonly message: string;
  readonly way_out: string;
  readonly weight?: "error" | "warning";
  /** The id that the complaint is about not finding. */
  readonly names?: string;
}

/** Two lines for people: place and path, then rule, what is wrong and the way out. */
export function writeProblem({ file, line, column, path, code, message, way_out }: Problem): string {
  return `${file}:${line}:${column}  ${path}\n  ${code}: ${message} ${way_out}`.trimEnd();
}
