import type { PageData } from "../pdf/page-data.ts";

/** The bookmark of each service level; Word takes at most 40 letters, digits and lines of them. */
export interface Marks {
  readonly of: (label: string) => string;
}

export function marksOf({ levels }: PageData): Marks {
  const names = new Map(levels.map(({ label }, index) => [label, `level_${index + 1}`]));
  return { of: (label) => names.get(label) ?? "scorecard" };
}
