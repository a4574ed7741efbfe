import type { LevelTerms } from "../agreement/terms.ts";
import type { Verdict } from "../agreement/words.ts";
import { clockReader } from "../measure/clock-reader.ts";
import type { Span } from "../time/span.ts";
import { wallAt } from "../time/zone.ts";
import { evaluateLevel } from "./evaluate.ts";
import type { Evidence } from "./evidence.ts";
import { periodsBetween } from "./periods.ts";
import { zoneOf } from "./promised.ts";
import type { Period, Result } from "./result.ts";
import { worstOf } from "./worst.ts";

/** The levels of one or more agreements in all their versions, and the span whose periods are judged. */
export interface AgreementInput extends Omit<Evidence, "clocks"> {
  readonly levels: readonly LevelTerms[];
  readonly span: Span;
}

/**
 * Judges every level over every period of its own that ends within the span, in the order of the levels and, within
 * one, of time. Period terms are those of the version in force when the period started (semantics 17); scores are
 * judged last, from the verdicts of the others.
 */
export function evaluateAgreement(input: AgreementInput): readonly Result[] {
  const clocks = clockReader({ ...input, versions: input.levels });
  const tasks = tasksOf(input);
  const plain = new Map<Task, readonly Result[]>();
  for (const task of tasks) {
    if (task.level.measure !== "score")
      plain.set(task, evaluateLevel({ ...input, ...task, clocks, verdicts: new Map() }));
  }
  const judged = [...plain.values()].flat();
  return tasks.flatMap(
    (task) =>
      plain.get(task) ?? evaluateLevel({ ...input, ...task, clocks, verdicts: verdictsIn(judged, task.period) }),
  );
}

/** One level over one period. */
interface Task {
  readonly level: LevelTerms;
  readonly period: Period;
}

function tasksOf(input: AgreementInput): readonly Task[] {
  const byId = Map.groupBy(input.levels, ({ agreement, id }) => `${agreement}/${id}`);
  return [...byId.values()].flatMap((versions) => {
    const [first] = versions;
    if (!first) return [];
    const terms = { terms: first.period, zone: zoneOf(input), contractFrom: input.contract.from };
    return periodsBetween(terms, input.span).flatMap((period) => {
      const level = period.end <= input.span.end ? versionFor(input, versions, period) : null;
      return level ? [{ level, period }] : [];
    });
  });
}

/** The version in force when the period started, or the first that came into force within it. */
export function versionFor(
  input: Pick<AgreementInput, "contract" | "zones">,
  versions: readonly LevelTerms[],
  period: Period,
): LevelTerms | null {
  const zone = zoneOf(input);
  const [start, end] = [wallAt(zone, period.start).day, wallAt(zone, period.end).day];
  const inForce = versions.find(
    ({ version }) => version.from <= start && (version.until === null || start <= version.until),
  );
  return inForce ?? versions.find(({ version }) => start <= version.from && version.from < end) ?? null;
}

/** The worst verdict of each level over the periods that end in the one at hand, all its groups together. */
function verdictsIn(results: readonly Result[], { start, end }: Period): ReadonlyMap<string, Verdict> {
  const own = results.filter(({ period }) => start < period.end && period.end <= end);
  const byLevel = Map.groupBy(own, ({ level }) => `${level.agreement}/${level.id}`);
  return new Map([...byLevel].map(([id, all]) => [id, worstOf(all.map(({ verdict }) => verdict))]));
}
