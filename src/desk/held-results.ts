import { levelTerms } from "../engine/agreement/resolve/level-terms.ts";
import { versionsOf } from "../engine/agreement/resolve/versions.ts";
import type { LevelTerms } from "../engine/agreement/terms.ts";
import type { Item } from "../engine/measure/measurement.ts";
import { evaluateAgreement } from "../engine/period/evaluate-agreement.ts";
import type { Dispute } from "../engine/period/evidence.ts";
import { periodsBetween } from "../engine/period/periods.ts";
import { addDays, type Day } from "../engine/time/civil.ts";
import { type Instant, instant } from "../engine/time/instant.ts";
import { instantOf, wallAt } from "../engine/time/zone.ts";
import type { StatedDispute } from "../wire/dispute.ts";
import type { Job } from "./job.ts";

/**
 * The results that disputes hold at an instant: from the raising of a dispute until it is settled or withdrawn. A
 * dispute of records holds the results in which they count or are left out, one of a time those whose periods meet it.
 */
export function heldResults(job: Job, disputes: readonly StatedDispute[], at: Instant): readonly Dispute[] {
  const open = disputes.filter(({ raised, settled }) => raised <= at && (settled === null || settled > at));
  return open.flatMap((dispute) => {
    const versions = versionsOf(job.document, dispute.agreement);
    const levels = versions.flatMap(({ version }) => levelTerms(job.document, dispute.agreement, version.from));
    const meant = levels.filter(({ id }) => dispute.levels.length === 0 || dispute.levels.includes(id));
    const byId = Map.groupBy(meant, ({ id }) => id);
    return [...byId].flatMap(([level, terms]) =>
      periodsHeld(job, dispute, terms).map((period) => ({ agreement: dispute.agreement, level, period })),
    );
  });
}

/** Periods of one level, given in all its versions. Whatever a dispute names must hold together. */
function periodsHeld(job: Job, dispute: StatedDispute, versions: readonly LevelTerms[]): readonly string[] {
  const { period, span, records } = dispute;
  const named = [
    ...(period === null ? [] : [[period]]),
    ...(span === null ? [] : [periodsMeeting(job, versions, span)]),
    ...(records.length === 0 ? [] : [periodsWith(job, dispute, versions)]),
  ];
  const [first = [], ...others] = named;
  return first.filter((id) => others.every((each) => each.includes(id)));
}

function periodsMeeting(job: Job, [first]: readonly LevelTerms[], span: NonNullable<StatedDispute["span"]>) {
  if (first === undefined) return [];
  const terms = { terms: first.period, zone: job.zone, contractFrom: job.document.contract.from };
  return periodsBetween(terms, span).map(({ id }) => id);
}

/** Found by measuring the disputed records alone, or all where too few of them would be judged with other periods. */
function periodsWith(job: Job, dispute: StatedDispute, versions: readonly LevelTerms[]): readonly string[] {
  const kind = versions[0]?.of ?? null;
  if (kind === null) return [];
  const own = (job.byKind[kind] ?? []).filter(({ id }) => dispute.records.includes(id));
  const last = own.flatMap(({ events }) => events).reduce((latest, { happened }) => Math.max(latest, happened), 0);
  if (own.length === 0) return [];
  const { from, until } = job.document.contract;
  const world = job.worldAt(wallAt(job.zone, instant(last)).day);
  const midnight = (day: Day): Instant => instantOf(job.zone, { day, second: 0 });
  const span = { start: midnight(from), end: midnight(addDays(until, 1)) };
  const facts = versions.some(joins) ? job.byKind : { ...job.byKind, [kind]: own };
  const results = evaluateAgreement({ ...job, ...world, facts, span, levels: versions });
  const among = dispute.levels.length > 0 ? "named" : "all levels";
  const touches = (item: Item): boolean => dispute.records.includes(item.record) && isTouched(item, among);
  return results.filter(({ measurement }) => measurement.items.some(touches)).map(({ period }) => period.id);
}

/** A record that counts, or that an exclusion or relief leaves out; of a level that is named, any with its moment there. */
function isTouched({ counted, why, at }: Item, among: "named" | "all levels"): boolean {
  if (counted || why.code === "excepted" || why.code === "relieved") return true;
  return among === "named" && at !== null && why.code !== "other-period";
}

const joins = ({ lowVolume, stages }: LevelTerms): boolean =>
  [lowVolume, ...stages.map((stage) => stage.lowVolume)].some((low) => low?.then === "join next period");
