import { writtenRules } from "../engine/agreement/resolve/rules.ts";
import { versionAt } from "../engine/agreement/resolve/versions.ts";
import type { Period, Result } from "../engine/period/result.ts";
import { type AgreementInput, makeReport } from "../engine/report/make-report.ts";
import type { Report } from "../engine/report/report.ts";
import { localTime } from "../engine/report/words/dates.ts";
import { wallAt } from "../engine/time/zone.ts";
import { contractTriggers } from "../engine/trigger/contract-triggers.ts";
import { triggersOf } from "../engine/trigger/triggers.ts";
import { fingerprintOf } from "../wire/zones.ts";
import { changesIn } from "./changes-in.ts";
import { type CreditRun, creditOfMonth, creditReports, creditRuns } from "./credit-runs.ts";
import { evaluatorOver, type Measured, measured, type OnMeasured } from "./measured.ts";
import type { ReadyJob } from "./run-job.ts";
import type { World } from "./world.ts";

/** Who makes the reports, and who is told how far the measuring has come. */
export interface Making {
  /** The version of the program. */
  readonly engine: string;
  readonly onMeasured?: OnMeasured;
}

/** Periods measured once, and the credits of every plan up to the end of the last. */
export interface Figures {
  readonly all: readonly Measured[];
  readonly credits: readonly CreditRun[];
}

/** The reports of several periods in order. Everything is measured first, once. */
export function* reportsOf(ready: ReadyJob, periods: readonly Period[], making: Making): Generator<Report> {
  yield* reportsFrom(ready, figuresOf(ready, periods, making.onMeasured), making.engine);
}

/** Measures the periods and runs the credit plans. */
export function figuresOf(ready: ReadyJob, periods: readonly Period[], onMeasured?: OnMeasured): Figures {
  const all = measured(ready, periods, onMeasured);
  const last = periods.at(-1);
  return { all, credits: last === undefined ? [] : creditRuns(ready.job, last, evaluatorOver(ready, all)) };
}

/** Writes the reports of what was measured. */
export function* reportsFrom(ready: ReadyJob, { all, credits }: Figures, version: string): Generator<Report> {
  const asKnown = localTime(ready.job.zone, ready.job.knownUntil);
  for (const { world, periods, results } of all) {
    const engine = `Underpin ${version}`;
    const made = { engine, zoneData: ready.job.zone.version, asKnown, zones: zonesOf(world) };
    for (const period of periods) yield reportOf(ready, { period, world, results, credits, made });
  }
}

/** The results that belong to a period: those whose own period ends within it. */
export const resultsWithin = (results: readonly Result[], period: Period): readonly Result[] =>
  results.filter((result) => period.start < result.period.end && result.period.end <= period.end);

const zonesOf = ({ zones }: World): Report["made"]["zones"] =>
  [...zones.values()].map((zone) => ({ id: zone.id, version: zone.version, fingerprint: fingerprintOf(zone) }));

interface Asked {
  readonly period: Period;
  readonly world: World;
  readonly results: readonly Result[];
  readonly credits: readonly CreditRun[];
  readonly made: Report["made"];
}

function reportOf(ready: ReadyJob, { period, world, results, credits, made }: Asked): Report {
  const { job, findings, groups, files } = ready;
  const own = resultsWithin(results, period);
  const earlier = results.filter((result) => result.period.end <= period.start);
  const written = Object.fromEntries(
    own.map(
      ({ level: { agreement, id } }) => [`${agreement}/${id}`, writtenRules(job.document, agreement, id)] as const,
    ),
  );
  return makeReport({
    contract: world.contract,
    calendars: world.calendars,
    zone: job.zone,
    agreements: clientFirst(
      Object.keys(job.document.agreements).flatMap((id) => agreementOf(ready, id, { period, own })),
    ),
    period,
    earlier,
    written,
    triggers: triggersOf({
      triggers: contractTriggers(job.document, wallAt(job.zone, period.start).day),
      results: [...earlier, ...own],
      credits: credits.flatMap((run) => run.filter((month) => month.period.end <= period.end).map(creditOfMonth)),
      zone: job.zone,
    }),
    changes: changesIn(job, period),
    credits: creditReports(job, credits, period),
    findings,
    groups,
    files,
    made,
  });
}

/** An agreement that is in force when the period starts; none otherwise. */
function agreementOf(
  { job }: ReadyJob,
  id: string,
  of: { readonly period: Period; readonly own: readonly Result[] },
): AgreementInput[] {
  const found = versionAt(job.document, id, wallAt(job.zone, of.period.start).day);
  if (!found) return [];
  const { kind, title, provider, customer } = found.agreement;
  const results = of.own.filter(({ level }) => level.agreement === id);
  return [{ id, kind, title, provider, customer, version: found.version, results }];
}

/** What the client was promised comes before what it rests on. */
const clientFirst = (agreements: readonly AgreementInput[]): readonly AgreementInput[] =>
  (["SLA", "OLA", "UC"] as const).flatMap((kind) => agreements.filter((each) => each.kind === kind));
