import type { CreditStep } from "../../engine/report/credits/credit-report.ts";

/** What a step does to the amount before it, where its sentence says so and its figure agrees; else what it comes to. */
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

/** What a step is read with: the amount before it, and the exact amounts of the bases by their names. */
export interface Known {
  readonly before: number | null;
  readonly bases: ReadonlyMap<string, number>;
}

/**
 * Reads a step so that a formula can do it again. The sentence is only believed where the figure after the step is what
 * the formula comes to; otherwise the step stands as its exact number.
 */
export function doingOf({ sentence, exact }: CreditStep, known: Known): Doing {
  const after = exactOf(exact);
  const plain = sentence.replace(/(?<=\d)[\s\u00a0](?=\d{3}(?!\d))/g, "");
  const read = readings
    .flatMap((each) => each(plain, known) ?? [])
    .find((each) => near(resultOf(each, known.before), after));
  return read ?? { kind: "is", by: after, of: null };
}

export function resultOf({ kind, by, of }: Doing, before: number | null): number | null {
  if (kind === "is") return by;
  if (kind === "share") return of === null ? null : by * of;
  if (before === null) return null;
  return kind === "times" ? before * by : Math.min(before, by);
}

const near = (one: number | null, two: number): boolean => one !== null && Math.abs(one - two) < 1e-6;

const readings: readonly ((sentence: string, known: Known) => Doing | null)[] = [
  (sentence, { bases }) => {
    const [, share, name = "", shown] =
      /(-?[\d.]+)[\s\u00a0]% of ([^(]*) \((-?[\d.]+)…?[\s\u00a0][A-Z]{3}\)/.exec(sentence) ?? [];
    return share === undefined
      ? null
      : { kind: "share", by: Number(share) / 100, of: bases.get(name) ?? Number(shown) };
  },
  (sentence) => {
    const [, share] = /^Times the weight of the service level, (-?[\d.]+)[\s\u00a0]%/.exec(sentence) ?? [];
    return share === undefined ? null : { kind: "times", by: Number(share) / 100, of: null };
  },
  (sentence) => {
    const [, factor] = /^Times (?:the share )?(-?\d[\d.]*?)\.?(?=:|$)/.exec(sentence) ?? [];
    return factor === undefined ? null : { kind: "times", by: Number(factor), of: null };
  },
  (sentence) => {
    const [, limit] = /no more than (-?[\d.]+)[\s\u00a0][A-Z]{3}/.exec(sentence) ?? [];
    return limit === undefined ? null : { kind: "at most", by: Number(limit), of: null };
  },
];
