import type { LevelTerms } from "../../engine/agreement/terms.ts";
import type { Columns } from "../../engine/batch/columns.ts";
import type { FactsByKind } from "../../engine/measure/input.ts";
import type { Job } from "../job.ts";
import type { World } from "../world.ts";
import { type ColumnLevel, columnLevel, couldBatch } from "./column-level.ts";
import { askedBy } from "./column-source.ts";
import { sourceFor } from "./sources.ts";

/** The levels of one agreement in all their versions, by what measures them. */
export interface ByWay {
  readonly columns: readonly (readonly [kind: keyof FactsByKind, levels: readonly ColumnLevel[], columns: Columns])[];
  readonly plain: readonly LevelTerms[];
}

/**
 * Parts the levels of an agreement. Columns take a level of one version that they can say, in periods that do not
 * overlap, of records that a file was read for, and without granted relief. An agreement with a score stays plain as a
 * whole, since a score is judged from the verdicts of the others.
 */
export function byWay(job: Job, world: World, levels: readonly LevelTerms[]): ByWay {
  const hopeful = levels.some(({ measure }) => measure === "score")
    ? []
    : levels.filter(hasProspect(job, world, levels));
  const columns = [...Map.groupBy(hopeful, ({ of }) => of as keyof FactsByKind)].map(([kind, own]) => {
    const compiled = sourceFor(job, kind).columns(askedBy(own));
    return [kind, own.flatMap((level) => columnLevel(level, world.contract, compiled) ?? []), compiled] as const;
  });
  const taken = new Set(columns.flatMap(([, own]) => own.map(({ level }) => level)));
  return { columns: columns.filter(([, own]) => own.length > 0), plain: levels.filter((level) => !taken.has(level)) };
}

function hasProspect(job: Job, { contract }: World, levels: readonly LevelTerms[]): (level: LevelTerms) => boolean {
  const versions = Map.groupBy(levels, ({ id }) => id);
  return (level) =>
    versions.get(level.id)?.length === 1 &&
    couldBatch(level, contract) &&
    level.period.kind !== "rolling" &&
    level.of !== null &&
    level.of !== "deliveries" &&
    job.kinds.includes(level.of) &&
    !job.relief.some(({ agreement }) => agreement === level.agreement);
}
