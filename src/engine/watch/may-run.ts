import type { LevelTerms } from "../agreement/terms.ts";
import type { Moment } from "../agreement/words.ts";
import { isOfSource } from "../measure/population.ts";
import { momentsOf } from "../record/history.ts";
import type { Fact, RecordEvent, State } from "../record/record.ts";
import type { Instant } from "../time/instant.ts";
import { ordered } from "./ordered.ts";
import type { WatchPlan } from "./watch-plan.ts";

/**
 * False only for a record of which no clock runs at `at`, nor will by itself: none is watched, or its end has stopped
 * all that are. Asked before clocks are read, since most records of an import ended long ago.
 */
export function mayRun(plan: Pick<WatchPlan, "levels">, given: Fact, at: Instant): boolean {
  const fact = ordered(given);
  const levels = (plan.levels.get(fact.kind) ?? []).filter((level) => isOfSource(level, fact));
  if (levels.length === 0 || fact.events.length === 0) return false;
  const last = fact.events.at(-1) as RecordEvent;
  if (last.happened > at) return true;
  const end = endOf(fact);
  return levels.some((level) => !isOver(level, fact, end));
}

/** The states in which no clock of a record runs under any of these levels, unless something begins the record again. */
export function overStates(levels: readonly LevelTerms[]): readonly State["kind"][] {
  return ends.filter((end) => levels.every((level) => isOver(level, nothingSaid, end)));
}

const nothingSaid: Fact = { id: "", kind: "incidents", tool: "", events: [] };

const ends: readonly State["kind"][] = ["resolved", "closed", "cancelled", "merged"];

/** The state a record ended in, if nothing in that second or after it could have begun it again. */
function endOf({ events }: Fact): State["kind"] | null {
  const index = events.findLastIndex(({ change }) => change.kind === "state");
  const end = events[index];
  if (end?.change.kind !== "state") return null;
  const isAlone = events.every((each, at) => at === index || each.happened < end.happened || !mayReopen(each));
  return isAlone ? end.change.state.kind : null;
}

const mayReopen = ({ change }: RecordEvent): boolean =>
  change.kind === "state" ||
  (change.kind === "moment" && change.moment === "reopened") ||
  (change.kind === "message" && change.by === "client");

function isOver({ clock, rules }: LevelTerms, fact: Fact, end: State["kind"] | null): boolean {
  if (end === "cancelled" || (end === "merged" && rules.merged !== "closed")) return true;
  const { starts, stops } = clock ?? { starts: "opened", stops: "resolved" };
  if (endsWithRecord.has(stops))
    return end === "closed" || end === "merged" || (end === "resolved" && stops !== "closed");
  return !mayFollowItsStop.has(starts) && momentsOf(fact, stops).length > 0;
}

/** Stops that the end of a record brings; any other has to be said. */
const endsWithRecord: ReadonlySet<Moment> = new Set<Moment>([
  ...(["responded", "resolved", "fulfilled", "closed", "handed on", "reply"] as const),
]);

/** Starts that may come after the stop of an earlier run. */
const mayFollowItsStop: ReadonlySet<Moment> = new Set(["received", "reopened", "client message"]);
