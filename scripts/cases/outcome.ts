/** What became of one case: what was expected and what the engine answered, field by field. */
export interface Outcome {
  readonly id: string;
  readonly differences: readonly Difference[];
  /** The rule on the case's fields by which it was set aside, or null. */
  readonly setAside: string | null;
}

export interface Difference {
  readonly what: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/** Compares as the cases ask: numbers within a tolerance, strings exactly, `...` at the end as a prefix. */
export function differences(expected: unknown, got: unknown, tolerance = 1e-9, what = ""): Difference[] {
  if (typeof expected === "number" && typeof got === "number") {
    return Math.abs(expected - got) <= tolerance ? [] : [{ what, expected, got }];
  }
  if (typeof expected === "string" && typeof got === "string") return sameText(expected, got) ? [] : [{ what, expected, got }];
  if (typeof expected === "object" && expected !== null && typeof got === "object" && got !== null) {
    return Object.entries(expected).flatMap(([key, value]) =>
      differences(value, (got as Record<string, unknown>)[key], tolerance, what === "" ? key : `${what}.${key}`),
    );
  }
  return expected === got ? [] : [{ what, expected, got }];
}

const sameText = (expected: string, got: string): boolean =>
  expected.endsWith("...") ? got.startsWith(expected.slice(0, -3)) : expected === got;
