import type { FactorRow, GivesRow } from "../../../../engine/agreement/document/credit-award.ts";
import type { CreditFact } from "../../../../engine/agreement/document/credit-words.ts";
import type { LevelDocument } from "../../../../engine/agreement/document/level.ts";
import { awardReach, heldFor } from "./award-reach.ts";
import type { PlanPlace } from "./plan-place.ts";

/** A level that something of an award is read for, with the verdicts that come to it. */
export interface Reader {
  readonly name: string;
  readonly level: LevelDocument;
  readonly isOnlyMissed: boolean;
}

/** Rows with the fact they are picked by and the levels whose facts they are. */
export interface Ladder {
  readonly path: readonly string[];
  readonly rows: readonly (GivesRow | FactorRow)[];
  readonly fact: CreditFact;
  readonly readers: readonly Reader[];
}

/** Every list of rows of a plan. */
export function laddersOf(place: PlanPlace): readonly Ladder[] {
  const ofAwards = awardReach(place).flatMap((reach): readonly Ladder[] => {
    const { award, path } = reach;
    const readers = heldFor(place, reach).flatMap((one) => readerOf(place, one));
    const { rows, by = "figure" } = award.gives;
    return [
      ...(rows ? [{ path: [...path, "gives", "rows"], rows, fact: by, readers }] : []),
      ...(award.times ?? []).flatMap((each, index) =>
        each.rows && each.by
          ? [{ path: [...path, "times", String(index), "rows"], rows: each.rows, fact: each.by, readers }]
          : [],
      ),
    ];
  });
  const { points } = place.plan;
  const ofPoints: readonly Ladder[] = points?.rows
    ? [{ path: [...place.path, "points", "rows"], rows: points.rows, fact: "points", readers: [] }]
    : [];
  return [...ofAwards, ...ofPoints];
}

export function readerOf(
  { levels }: PlanPlace,
  { name, left }: { readonly name: string; readonly left: readonly string[] },
): readonly Reader[] {
  const level = levels.get(name);
  return level ? [{ name, level, isOnlyMissed: !left.includes("at minimum") }] : [];
}

/** Facts that are read off the figure of the level, in its unit. */
export const ofFigure: readonly CreditFact[] = ["figure", "shortfall", "error rate"];

/** Facts that are counted in whole things, of which a failure has at least one. */
export const counted: readonly CreditFact[] = [
  "records out of time",
  "violations",
  "failures in the window",
  "occurrences",
  "periods",
  "failures of one criterion",
];

/** Facts that are lengths of time. */
export const lengths: readonly CreditFact[] = [
  "outage minutes",
  "outage hours",
  "minutes beyond the allowance",
  "exception seconds",
  "exception minutes",
  "days late",
  "days planned",
  "minutes of the month",
];
