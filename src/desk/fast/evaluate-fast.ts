import { levelTerms } from "../../engine/agreement/resolve/level-terms.ts";
import { versionsOf } from "../../engine/agreement/resolve/versions.ts";
import type { LevelTerms } from "../../engine/agreement/terms.ts";
import type { RecordKind } from "../../engine/agreement/words.ts";
import type { Item } from "../../engine/measure/measurement.ts";
import { evaluateAgreement } from "../../engine/period/evaluate-agreement.ts";
import type { Result } from "../../engine/period/result.ts";
import { earlier } from "../../engine/time/instant.ts";
import type { Span } from "../../engine/time/span.ts";
import type { evaluateOne } from "../evaluate.ts";
import type { Job } from "../job.ts";
import type { World } from "../world.ts";
import { byWay } from "./column-levels.ts";
import { type Counting, columnResults } from "./column-results.ts";
import { sourceFor } from "./sources.ts";
import { nameOf, toldItems } from "./told-items.ts";

/** The span whose results are needed, and the part of it whose records are told of, not only counted. */
export interface FastSpan extends Span {
  readonly told: Span;
}

/**
 * The same results as those of the plain engine, as far as a report shows them. Levels that columns can tell are
 * counted over columns in the periods before the told ones; in those the plain engine reads the records that still
 * live, for reasons, misses and clocks. All other levels are the plain engine's.
 */
export const evaluateFast = (job: Job, world: World, span: FastSpan): readonly Result[] =>
  Object.keys(job.document.agreements).flatMap((id) => evaluateOneFast(job, id, { world, span }));

/** The results of one agreement, of which only verdicts, figures and counts are asked for. */
export const countOne: typeof evaluateOne = (job, agreement, { world, span }) =>
  evaluateOneFast(job, agreement, { world, span: { ...span, told: { start: span.end, end: span.end } } });

function evaluateOneFast(
  job: Job,
  agreement: string,
  { world, span }: { readonly world: World; readonly span: FastSpan },
): readonly Result[] {
  const versions = versionsOf(job.document, agreement);
  const levels = versions.flatMap(({ version }) => levelTerms(job.document, agreement, version.from));
  const { columns, plain } = byWay(job, world, levels);
  const counted = columns.flatMap(([kind, own, compiled]) =>
    countedResults({ job, world, span, kind }, { levels: own, columns: compiled }),
  );
  if (plain.length === 0) return inOrder(levels, counted);
  const read = evaluateAgreement({ ...job, ...world, facts: job.byKind, span, levels: plain });
  return inOrder(levels, [...counted, ...read]);
}

interface Asked {
  readonly job: Job;
  readonly world: World;
  readonly span: FastSpan;
  readonly kind: RecordKind;
}

function countedResults(
  { job, world, span, kind }: Asked,
  { levels, columns }: Pick<Counting, "levels" | "columns">,
): readonly Result[] {
  const terms = levels.map(({ level }) => level);
  const empty = evaluateAgreement({ ...job, ...world, levels: terms, facts: { [kind]: [] }, span });
  const counted = columnResults({ job, world, columns, levels }, empty);
  const told = counted.filter(({ period }) => period.end > span.told.start);
  if (told.length === 0) return counted;
  const start = told.map(({ period }) => period.start).reduce(earlier);
  const items = toldItems({ job, world, levels, told: span.told }, sourceFor(job, kind).living(start, terms));
  return counted.map((result) => (told.includes(result) ? withItems(result, items.get(nameOf(result)) ?? []) : result));
}

const withItems = (result: Result, items: readonly Item[]): Result => {
  const { unit, figure, part, whole, bounds, completeness, raw, time, method } = result.measurement;
  return { ...result, measurement: { unit, figure, part, whole, bounds, completeness, raw, items, time, method } };
};

/** Levels in the order of the contract and, within one, of time. */
function inOrder(levels: readonly LevelTerms[], results: readonly Result[]): readonly Result[] {
  const byLevel = Map.groupBy(results, ({ level }) => level.id);
  return [...new Set(levels.map(({ id }) => id))].flatMap((id) => byLevel.get(id) ?? []);
}
