import type { Change } from "../../record/record.ts";
import { says } from "../columns.ts";
import { cancelledAt, isCancelled, running, stopped, symbolOf } from "../moves.ts";
import type { LiveClock, LiveLane, LivePlan, LiveRow } from "./live-plan.ts";
import { stateCode } from "./live-plan.ts";

/** The clocks of one record as they stand after its last event: a few numbers, written anew with each. */
export interface LiveRecord {
  readonly opened: number;
  /** The second of the last event, and what stood before it: several events of one second are one change. */
  since: number;
  status: number;
  statusBefore: number;
  isOpen: boolean;
  /** Value by field of the plan. */
  readonly values: (string | null)[];
  /** By lane: seconds counted before `since`. */
  readonly counted: number[];
  /** By lane: the least limit that a clock it counts has not passed, and when it will be; infinite where it will not. */
  readonly limit: number[];
  readonly lateAt: number[];
  /** True where a clock is late from `since` on. */
  isLate: boolean;
  /** By clock: its row (-1 for none), and that before `since`. */
  readonly row: number[];
  readonly rowBefore: number[];
  /** By clock: the first second over its limit, once it has passed; infinite until then. */
  readonly missedAt: number[];
  /** By course: when it last stopped. */
  readonly stoppedAt: number[];
}

/** A record that opens, with nothing else known of it. */
export function openRecord(plan: LivePlan, opened: number): LiveRecord {
  const { clocks, courses, lanes, fields, single } = plan;
  const record: LiveRecord = {
    ...{ opened, since: opened, status: 0, statusBefore: nothingBefore, isOpen: true, isLate: false },
    values: new Array<null>(fields.length).fill(null),
    counted: new Array<number>(lanes.length).fill(0),
    limit: new Array<number>(lanes.length).fill(never),
    lateAt: new Array<number>(lanes.length).fill(never),
    row: single.slice(),
    rowBefore: new Array<number>(clocks.length).fill(-1),
    missedAt: new Array<number>(clocks.length).fill(never),
    stoppedAt: new Array<number>(courses).fill(0),
  };
  look(plan, record);
  return record;
}

const never = Number.POSITIVE_INFINITY;

/** In place of a status before the first: no course goes on, and none has stopped. */
const nothingBefore = -1 << cancelledAt;

/**
 * Takes the next event of a record. False for one after which the record is for the plain engine to read: an event
 * before the last one, an opening said again, a beginning nobody saw, calls given up, a reopening of what is not open.
 */
export function takeEvent(plan: LivePlan, record: LiveRecord, event: { happened: number; change: Change }): boolean {
  const { happened, change } = event;
  if (happened < record.since || isOdd(record, change)) return false;
  if (happened > record.since) moveOn(plan, record, happened);
  if (change.kind === "field") {
    const field = plan.fields.indexOf(change.field);
    if (field < 0) return true;
    record.values[field] = change.value;
    setRows(plan, record, field);
  } else if (!move(plan, record, change)) return true;
  look(plan, record);
  return true;
}

/** The earliest instant at which a clock of the record will be over its limit if nothing happens. */
export function nextLate({ lateAt, isLate, since }: LiveRecord): number {
  if (isLate) return since;
  let next = never;
  for (let at = 0; at < lateAt.length; at += 1) if ((lateAt[at] as number) < next) next = lateAt[at] as number;
  return next;
}

function isOdd({ isOpen }: LiveRecord, change: Change): boolean {
  if (change.kind !== "moment") return false;
  const { moment } = change;
  if (moment === "reopened") return !isOpen;
  return (
    moment === "opened" || moment === "abandoned" || moment === "history incomplete" || moment.endsWith("at the latest")
  );
}

/** What stood since the last event is counted up to the next one, and becomes what stood before. */
function moveOn(plan: LivePlan, record: LiveRecord, until: number): void {
  const { lanes, courses, clocks } = plan;
  const { since, status, counted, row, rowBefore, missedAt } = record;
  if (nextLate(record) < until) {
    for (let at = 0; at < clocks.length; at += 1) {
      if (missedAt[at] !== never) continue;
      const late = lateFrom(plan, record, at);
      if (late < until) missedAt[at] = late;
    }
  }
  const runs = running(status);
  for (let at = 0; at < lanes.length; at += 1) {
    const { course, calendar } = lanes[at] as LiveLane;
    if (((runs >>> course) & 1) === 1) counted[at] = (counted[at] as number) + calendar.elapsed(since, until);
  }
  for (let at = 0; at < row.length; at += 1) rowBefore[at] = row[at] as number;
  const begun = stopped(status) & ~stopped(record.statusBefore);
  for (let course = 0; course < courses; course += 1) if ((begun >>> course) & 1) record.stoppedAt[course] = since;
  record.statusBefore = status;
  record.since = until;
}

/** Looks when each lane will pass a limit next; a lane that goes on to the same limit passes it when it would have. */
function look(plan: LivePlan, record: LiveRecord): void {
  const { lanes, least } = plan;
  const { status, since, counted, limit, lateAt } = record;
  leastLimits(plan, record);
  const runs = running(status);
  for (let at = 0; at < lanes.length; at += 1) {
    const { course, calendar } = lanes[at] as LiveLane;
    const next = ((runs >>> course) & 1) === 1 ? (least[at] as number) : never;
    if (next === limit[at]) continue;
    limit[at] = next;
    const late = next === never ? null : calendar.firstAfter(since, next - (counted[at] as number));
    lateAt[at] = late ?? never;
  }
}

/** Into `least`: the least limit, by lane, that a clock has not passed; and whether any is passed at once. */
function leastLimits(plan: LivePlan, record: LiveRecord): void {
  const { clocks, least } = plan;
  const { row, missedAt, counted } = record;
  for (let at = 0; at < least.length; at += 1) least[at] = never;
  record.isLate = false;
  for (let at = 0; at < clocks.length; at += 1) {
    const own = row[at] as number;
    if (own < 0 || missedAt[at] !== never) continue;
    const clock = clocks[at] as LiveClock;
    const { limit, lane } = clock.rows[own] as LiveRow;
    if ((counted[lane] as number) > limit) record.isLate ||= isLateNow(record, clock, at);
    else if (limit < (least[lane] as number)) least[lane] = limit;
  }
}

/** A clock over its limit is late at once where it goes on, or where a change of its row found it going on. */
function isLateNow({ status, statusBefore, row, rowBefore }: LiveRecord, { course }: LiveClock, at: number): boolean {
  return goesOn(status, course) || (row[at] !== rowBefore[at] && goesOn(statusBefore, course));
}

function setRows({ clocks }: LivePlan, { row, values }: LiveRecord, field: number): void {
  for (let at = 0; at < clocks.length; at += 1) {
    const clock = clocks[at] as LiveClock;
    if (clock.field === field) row[at] = clock.rowOf.get(values[field] ?? null) ?? -1;
  }
}

/** Moves the courses; false where the change says nothing to any. */
function move(plan: LivePlan, record: LiveRecord, change: Change): boolean {
  const symbol = symbolFor(plan, change);
  if (symbol < 0) return false;
  if (change.kind === "state") record.isOpen = change.state.kind === "open" || change.state.kind === "waiting";
  const { keep, set } = plan.moves;
  record.status = (record.status & (keep[symbol] as number)) | (set[symbol] as number);
  return true;
}

function symbolFor(plan: LivePlan, change: Change): number {
  if (change.kind === "state") {
    const code = stateCode(plan, change.state);
    return code < 0 ? -1 : symbolOf(says.state, code);
  }
  if (change.kind === "moment") return moments[change.moment] ?? -1;
  return change.kind === "message" && change.by === "supplier" && change.open ? says.answer : -1;
}

const { responded, resolved, closed, reopened } = says;
const moments: Readonly<Record<string, number>> = { responded, resolved, closed, reopened };

/** When a clock that was in time will be late if nothing happens. */
export function lateFrom({ clocks, lanes }: LivePlan, record: LiveRecord, at: number): number {
  const { status, row, since, counted } = record;
  const clock = clocks[at] as LiveClock;
  const own = row[at] as number;
  if (own < 0) return never;
  const { limit, lane } = clock.rows[own] as LiveRow;
  const left = limit - (counted[lane] as number);
  if (left < 0) return isLateNow(record, clock, at) ? since : never;
  if (((running(status) >>> clock.course) & 1) === 0) return never;
  return (lanes[lane] as LiveLane).calendar.firstAfter(since, left) ?? never;
}

const goesOn = (status: number, course: number): boolean =>
  ((status >>> course) & 1) === 0 && !isCancelled(status, course);
