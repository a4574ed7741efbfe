import type { ClockTerms, ContractTerms, LevelTerms } from "../agreement/terms.ts";

/**
 * True for levels that columns can measure exactly: share in time of clocks from opened to resolved, closed or
 * responded, under the usual rules, selected by words. The level must have one version and no relief; all others
 * stay with the plain engine.
 */
export function canBatch(level: LevelTerms, contract: Pick<ContractTerms, "waiting">): boolean {
  const { clock } = level;
  return clock !== null && isPlain(level) && hasUsualRules(level) && isReadable(clock, contract);
}

function isPlain(level: LevelTerms): boolean {
  const isOfRecords = level.measure === "share in time" && level.of !== null && level.of !== "calls";
  const isWhole = level.stages.length === 0 && level.services.length === 0 && level.judgedPer === "all together";
  const isOnce = level.overPeriods === 1 && level.lowVolume?.then !== "join next period";
  const isByWords = Object.values(level.where).every(({ kind }) => kind !== "mark");
  return isOfRecords && isWhole && isOnce && isByWords && level.except.length === 0 && level.source === null;
}

function hasUsualRules({ rules, version }: LevelTerms): boolean {
  return (
    rules.on_reopen === "continue" &&
    rules.reopened_within === null &&
    rules.missed_once === "stays missed" &&
    rules.on_downgrade_after_miss === "stays missed" &&
    rules.on_priority_change === "from the start" &&
    rules.grace === null &&
    rules.earlier_pauses === "kept" &&
    rules.pause_counts === "service time" &&
    rules.opened_out_of_hours === "next opening" &&
    rules.lateness_by === "service time" &&
    rules.precision === "seconds" &&
    rules.merged === "cancelled" &&
    rules.whose_calendar === "service level" &&
    (rules.counted_by === null || rules.counted_by === "each event") &&
    version.appliesTo === undefined
  );
}

function isReadable(clock: ClockTerms, { waiting }: Pick<ContractTerms, "waiting">): boolean {
  const stops = clock.stops === "resolved" || clock.stops === "closed" || clock.stops === "responded";
  const timed = Object.values(clock.rows).every(({ within }) => within?.kind === "time" && within.seconds > 0);
  const rows = clock.per !== null || Object.hasOwn(clock.rows, "*");
  const waits = clock.pauses.every((each) => (waiting[each]?.endsAfter ?? null) === null);
  return clock.starts === "opened" && stops && clock.by === null && timed && rows && waits;
}
