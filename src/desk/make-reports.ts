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
import { evaluatorOver, measured, type OnMeasured } from "./measured.ts";
import type { ReadyJob } from "./run-job.ts";
import type { World } from "./world.ts";

/** Who makes the reports, and who is told how far the measuring has come. */
export interface Making {
  /** The version of the program. */
  readonly engine: string;
  readonly onMeasured?: OnMeasured;
}

/** The reports of several periods in order. Everything is measured first, once. */
export function* reportsOf(ready: ReadyJob, periods: readonly Period[], making: Making): Generator<Report> {
  const asKnown = localTime(ready.job.zone, ready.job.knownUntil);
  const all = measured(ready, periods, making.onMeasured);
  const last = periods.at(-1);
  const credits = last === undefined ? [] : creditRuns(ready.job, last, evaluatorOver(ready, all));
  for (const { world, periods: own, results } of all) {
    const engine = `Underpin ${making.engine}`;
    const made = { engine, zoneData: ready.job.zone.version, asKnown, zones: zonesOf(world) };
    for (const period of own) yield reportOf(ready, { period, world, results, credits, made });
  }
}

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
