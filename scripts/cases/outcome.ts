/** What became of one case: what was expected and what the engine answered, field by field. */
export interface Outcome {
  readonly id: string;
  readonly differences: readonly Difference[];
  /** The rule on the case's fields by which it was set aside, or null. */
  readonly setAside: string | null;
  /** Expectations of the case that are the source's own and not judged. */
  readonly withheld?: readonly string[];
  /** Marks of a contract that the case does not give and that were taken from a list. */
  readonly marks?: readonly string[];
}

export interface Difference {
  readonly what: string;
  readonly expected: unknown;
  readonly got: unknown;
}

interface Manner {
  /** How far a number may lie from what was expected, as a part of it where it is above 1; 1e-9 unless said otherwise. */
  readonly tolerance?: number | undefined;
  /** The path to what is compared. */
  readonly what?: string;
}

/** Compares as the cases ask: numbers within a tolerance, strings exactly, `...` at the end as a prefix, lists whole. */
export function differences(expected: unknown, got: unknown, manner: Manner = {}): Difference[] {
  const { tolerance = 1e-9, what = "" } = manner;
  if (typeof expected === "number" && typeof got === "number") {
    return Math.abs(expected - got) <= tolerance * Math.max(1, Math.abs(expected)) ? [] : [{ what, expected, got }];
  }
  if (typeof expected === "string" && typeof got === "string") {
    return sameText(expected, got) ? [] : [{ what, expected, got }];
  }
  if (!isObject(expected) || !isObject(got)) return expected === got ? [] : [{ what, expected, got }];
  if (Array.isArray(expected) && Array.isArray(got) && expected.length !== got.length) return [{ what, expected, got }];
  return Object.entries(expected).flatMap(([key, value]) =>
    differences(value, got[key], { tolerance, what: what === "" ? key : `${what}.${key}` }),
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const sameText = (expected: string, got: string): boolean =>
  expected.endsWith("...") ? got.startsWith(expected.slice(0, -3)) : expected === got;
