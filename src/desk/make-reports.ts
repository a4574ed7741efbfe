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
import { evaluateContract } from "./evaluate.ts";
import { monthsBefore } from "./report-periods.ts";
import type { ReadyJob } from "./run-job.ts";
import type { World } from "./world.ts";

/** Months in a trend, the month of the report included. */
const trendMonths = 13;

/** The reports of several periods in order. Periods under one version of the contract are evaluated together, once. */
export function* reportsOf(ready: ReadyJob, periods: readonly Period[], engine: string): Generator<Report> {
  const asKnown = localTime(ready.job.zone, ready.job.knownUntil);
  for (const [world, own] of Map.groupBy(periods, (period) => worldOf(ready, period))) {
    const results = evaluated(ready, world, own);
    const made = { engine: `Underpin ${engine}`, zoneData: ready.job.zone.version, asKnown, zones: zonesOf(world) };
    for (const period of own) yield reportOf(ready, { period, world, results, made });
  }
}

const zonesOf = ({ zones }: World): Report["made"]["zones"] =>
  [...zones.values()].map((zone) => ({ id: zone.id, version: zone.version, fingerprint: fingerprintOf(zone) }));

/** The contract as in force when the period starts. */
const worldOf = ({ job }: ReadyJob, period: Period): World => job.worldAt(wallAt(job.zone, period.start).day);

/** All results that the periods and their trends need. */
export function evaluated({ job }: ReadyJob, world: World, periods: readonly Period[]): readonly Result[] {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return [];
  const start = monthsBefore(job, first, trendMonths - 1)[0]?.start ?? first.start;
  return evaluateContract(job, world, { start, end: last.end });
}

interface Asked {
  readonly period: Period;
  readonly world: World;
  readonly results: readonly Result[];
  readonly made: Report["made"];
}

function reportOf(ready: ReadyJob, { period, world, results, made }: Asked): Report {
  const { job, findings, groups, files } = ready;
  const own = results.filter((result) => period.start < result.period.end && result.period.end <= period.end);
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
    triggers: triggersOf(contractTriggers(job.document, wallAt(job.zone, period.start).day), [...earlier, ...own]),
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
