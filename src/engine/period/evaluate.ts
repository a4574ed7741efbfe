import type { Stage } from "../agreement/terms.ts";
import type { Finding } from "../finding/finding.ts";
import type { Group } from "../measure/input.ts";
import { measure } from "../measure/measure.ts";
import type { Measurement, Reason } from "../measure/measurement.ts";
import { one, zero } from "../number/fraction.ts";
import type { Span } from "../time/span.ts";
import { averagedOver } from "./averaged.ts";
import type { LevelInput } from "./evidence.ts";
import { groupsOf } from "./groups.ts";
import { joinedSpan } from "./joined.ts";
import type { MeasureSpan } from "./measure-span.ts";
import { dawnOf, promisedSpan } from "./promised.ts";
import type { Result, StageResult } from "./result.ts";
import { type Judged, judge } from "./verdict.ts";
import { worstOf } from "./worst.ts";

/** Judges one level over one period: one result, or one for each service, component, site or priority. */
export function evaluateLevel(input: LevelInput): readonly Result[] {
  return groupsOf(input).map((group) => evaluateGroup(input, group));
}

/** All steps of a staged test must hold: the worst verdict is that of the level. */
function evaluateGroup(input: LevelInput, group: Group | null): Result {
  const { level, period } = input;
  const stages: readonly (Stage | null)[] = level.stages.length > 0 ? level.stages : [null];
  const steps = stages.map((stage) => stepOf(input, group, stage));
  const verdict = worstOf(steps.map(({ judged }) => judged.verdict));
  const decisive = steps.find(({ judged }) => judged.verdict === verdict) ?? (steps[0] as Step);
  return {
    level,
    period,
    group: group?.id ?? null,
    measurement: decisive.measurement,
    stages: steps.flatMap(stageResult),
    verdict,
    reasons: decisive.judged.reasons,
    allowance: decisive.judged.allowance,
    findings: steps.flatMap(({ findings }) => findings),
  };
}

/** One step of a staged test, or the level as a whole, measured and judged. */
interface Step {
  readonly stage: Stage | null;
  readonly measurement: Measurement;
  readonly judged: Judged;
  readonly findings: readonly Finding[];
}

function stageResult({ stage, measurement, judged }: Step): StageResult[] {
  return stage === null ? [] : [{ stage, measurement, verdict: judged.verdict, reasons: judged.reasons }];
}

function stepOf(input: LevelInput, group: Group | null, stage: Stage | null): Step {
  const within = promisedSpan(input, input.period);
  if (within === null) return { stage, measurement: nothing, judged: notPromised, findings: [] };
  const measured: MeasureSpan = (span, period) => measure({ ...input, group, stage, span, period });
  const span = spanToJudge(input, within, { group, stage, measured });
  const found = measured(span, input.period.id);
  const measurement = input.level.overPeriods > 1 ? averagedOver(input, found.value, measured) : found.value;
  const judged = judgedBy(input, measurement, stage);
  const joined: Reason[] =
    span.start < within.start ? [because("with-earlier-periods", { from: String(span.start) })] : [];
  return {
    stage,
    measurement,
    judged: { ...judged, reasons: [...judged.reasons, ...joined] },
    findings: found.findings,
  };
}

/** The period, with earlier ones before it where they had too few records to be judged alone. */
function spanToJudge(
  input: LevelInput,
  within: Span,
  { group, stage, measured }: { group: Group | null; stage: Stage | null; measured: MeasureSpan },
): Span {
  const { level } = input;
  const lowVolume = stage?.lowVolume ?? level.lowVolume;
  if (lowVolume?.then !== "join next period") return within;
  return joinedSpan(input, within, { lowVolume, group, stage: stage ? level.stages.indexOf(stage) : -1, measured });
}

function judgedBy(input: LevelInput, measurement: Measurement, stage: Stage | null): Judged {
  const { level, period, disputes } = input;
  const isDisputed = disputes.some(
    (each) => each.agreement === level.agreement && each.level === level.id && each.period === period.id,
  );
  const judged = judge({
    measurement,
    target: stage ?? level.target,
    lowVolume: stage?.lowVolume ?? level.lowVolume,
    completeFrom: level.completeFrom,
    rules: level.rules,
    absence: leavesARecord.has(level.of ?? level.measure) ? "not measured" : "nothing happened",
    standing: isDisputed ? "disputed" : "settled",
  });
  if (!level.commences || period.start >= dawnOf(input, level.commences)) return judged;
  return { ...judged, verdict: "not rated", reasons: [because("before-commencement")] };
}

/** What is due in every period and leaves a record when it comes: without one, nobody measured. */
const leavesARecord: ReadonlySet<string> = new Set(["deliveries", "samples", "entered"]);

const because = (code: string, facts: Readonly<Record<string, string>> = {}): Reason => ({ code, facts });

const notPromised: Judged = { verdict: "not rated", reasons: [because("not-promised")], allowance: null };

const empty = { figure: null, part: zero, whole: zero };
const nothing: Measurement = {
  ...empty,
  unit: "number",
  bounds: null,
  completeness: one,
  raw: empty,
  items: [],
  time: null,
  method: null,
};
