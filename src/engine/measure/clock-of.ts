import type { Fact } from "../record/record.ts";
import type { Span } from "../time/span.ts";
import type { ClockOf } from "./clock-reader.ts";
import { elsewhereSpans } from "./elsewhere.ts";
import { judgedAt, type MeasureInput } from "./input.ts";
import type { Population } from "./population.ts";

/** The clock of a record under the level, or the step of it, that is measured. */
export function clockOf(
  input: Pick<MeasureInput, "level" | "stage" | "span" | "knownUntil">,
  { reach }: Pick<Population, "reach">,
  of: { fact: Fact; relief: readonly Span[] },
): ClockOf {
  const { level, stage } = input;
  const elsewhere = elsewhereSpans(level, of.fact, { reach, until: judgedAt(input) });
  return { level, within: stage?.within ?? null, ...of, elsewhere };
}
