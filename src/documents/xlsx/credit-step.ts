import type { CreditStep } from "../../engine/report/credits/credit-report.ts";

/** What a step does to the amount before it, as numbers of a sheet; else what it comes to. */
export interface Doing {
  readonly kind: "share" | "times" | "at most" | "is";
  readonly by: number;
  /** The amount of which it is a share. */
  readonly of: number | null;
}

/** The exact number of a step, `1272.015` or `3187/100`. */
export function exactOf(exact: string): number {
  const [over = "0", under = "1"] = exact.split("/");
  return Number(over) / Number(under);
}

/** What a step does as a formula, where its figure is what the formula comes to; else its exact number. */
export function doingOf({ does, exact }: CreditStep, before: number | null): Doing {
  const after = exactOf(exact);
  const read = does && { kind: does.kind, by: exactOf(does.by), of: does.kind === "share" ? exactOf(does.of) : null };
  return read && near(resultOf(read, before), after) ? read : { kind: "is", by: after, of: null };
}

export function resultOf({ kind, by, of }: Doing, before: number | null): number | null {
  if (kind === "is") return by;
  if (kind === "share") return of === null ? null : by * of;
  if (before === null) return null;
  return kind === "times" ? before * by : Math.min(before, by);
}

const near = (one: number | null, two: number): boolean => one !== null && Math.abs(one - two) < 1e-6;
