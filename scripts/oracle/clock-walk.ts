import type { Rules } from "../../src/engine/agreement/rules.ts";
import type { RecordEvent } from "../../src/engine/record/record.ts";

/** The terms that the walk knows; everything else is taken as usual. */
export type WalkRules = Pick<
  Rules,
  "on_reopen" | "on_priority_change" | "earlier_pauses" | "pause_counts" | "opened_out_of_hours" | "exactly_on_target"
>;

/** A record and its clock. Rows are priorities; the record has one from its first second on. */
export interface Walk {
  readonly events: readonly RecordEvent[];
  readonly rules: WalkRules;
  readonly stops: "resolved" | "responded";
  readonly pauses: readonly string[];
  /** Service seconds after which a wait for the reason ends by itself. */
  readonly endsAfter: Readonly<Record<string, number>>;
  readonly targets: Readonly<Record<string, number>>;
  readonly isOpen: (row: string, at: number) => boolean;
  /** True for a second that granted relief takes out. */
  readonly isRelieved: (at: number) => boolean;
}

export interface Walked {
  readonly state: "running" | "paused" | "stopped" | "cancelled" | "not started";
  readonly elapsed: number;
  readonly due: number | null;
  readonly missedAt: number | null;
  readonly judged: readonly { readonly at: number; readonly inTime: boolean; readonly reopened: boolean }[];
}

type Mode = "running" | "paused" | "stopped" | "cancelled";

/** One clock: what each of its seconds was, and what it has shown so far. */
interface Cycle {
  readonly start: number;
  readonly modes: Mode[];
  /** Seconds before the first opening of a clock that starts at once. */
  readonly early: boolean[];
  /** From which second on, and from which figure, the row in force counts. */
  base: { at: number; carried: number };
  row: string;
  elapsed: number;
  given: number;
  missed: number | null;
  /** The row changed while the clock stood still: it is held against the new target when it goes on. */
  unchecked: boolean;
  /** The row under which it last went on. */
  ranUnder: string | null;
  wasStopped: boolean;
  reopened: boolean;
}

function newCycle(t: number, row: string): Cycle {
  const counts = { base: { at: t, carried: 0 }, row, elapsed: 0, given: 0, missed: null, unchecked: false };
  return { start: t, modes: [], early: [], ...counts, ranUnder: null, wasStopped: false, reopened: false };
}

/**
 * What the clock shows just before `until`, told the slow way from the catalogue of semantics: every second of the
 * record is lived through once, and whatever changes the past counts all its seconds anew. For tests that hold the
 * engine equal to it.
 */
export function clockWalk(walk: Walk, until: number): Walked {
  const start = walk.events[0]?.happened ?? until;
  const record = { state: "new", reason: "", row: "", answered: false };
  const cycles: Cycle[] = [];
  let wait: Wait | null = null;
  let firstRow: string | null = null;
  let firstOpening: number | null = null;
  let next = 0;
  for (let t: number = start; t < until; t += 1) {
    while (walk.events[next]?.happened === t) learn(walk, record, walk.events[next++] as RecordEvent);
    wait = waitOf(walk, record, wait);
    const mode = modeOf(walk, record, wait);
    firstRow ??= record.row;
    if (walk.isOpen(firstRow, t)) firstOpening ??= t;
    const early = firstOpening === null && walk.rules.opened_out_of_hours === "at once";
    live(walk, cycles, { t, mode, row: record.row, early });
    if (wait && walk.isOpen(wait.row, t)) wait.waited += 1;
  }
  return shown(walk, cycles, { until, firstOpening, firstRow: firstRow ?? "" });
}

function learn(
  walk: Walk,
  record: { state: string; reason: string; row: string; answered: boolean },
  { change }: RecordEvent,
): void {
  if (change.kind === "field" && change.field === "priority") record.row = change.value ?? "";
  if (change.kind === "message" && change.by === "supplier" && change.open) record.answered = true;
  if (change.kind !== "state" || change.state.kind === "unknown") return;
  record.state = change.state.kind;
  record.reason = change.state.kind === "waiting" ? change.state.reason : "";
  if (walk.stops === "responded" && (record.state === "resolved" || record.state === "closed")) record.answered = true;
}

/** How long a record has waited for one and the same reason, in the calendar of the row it began under. */
interface Wait {
  readonly reason: string;
  readonly row: string;
  waited: number;
}

function waitOf(walk: Walk, record: { state: string; reason: string; row: string }, wait: Wait | null): Wait | null {
  if (record.state !== "waiting" || !walk.pauses.includes(record.reason)) return null;
  return wait?.reason === record.reason ? wait : { reason: record.reason, row: record.row, waited: 0 };
}

function modeOf(walk: Walk, record: { state: string; answered: boolean }, wait: Wait | null): Mode {
  if (record.state === "cancelled") return "cancelled";
  const over = record.state === "resolved" || record.state === "closed";
  if (walk.stops === "responded" ? record.answered : over) return "stopped";
  return wait && wait.waited < (walk.endsAfter[wait.reason] ?? Infinity) ? "paused" : "running";
}

const goes = (mode: Mode | undefined): boolean => mode === "running" || mode === "paused";

interface Second {
  readonly t: number;
  readonly mode: Mode;
  readonly row: string;
  readonly early: boolean;
}

/** One second of the record. */
function live(walk: Walk, cycles: Cycle[], { t, mode, row, early }: Second): void {
  const { rules } = walk;
  let cycle = cycles.at(-1);
  const now: Mode = rules.on_reopen === "first stop is final" && cycle?.wasStopped ? "stopped" : mode;
  const before = cycle?.modes.at(-1);
  const again = rules.on_reopen === "restart" && before === "stopped";
  const other = rules.on_priority_change === "restart" && cycle && cycle.ranUnder !== null && cycle.ranUnder !== row;
  if (!cycle || (goes(now) && (again || other))) {
    cycle = newCycle(t, row);
    cycles.push(cycle);
  }
  if (rules.on_reopen === "count the closed time" && goes(now) && !goes(before)) countClosed(walk, cycle);
  if (cycle.row !== row) changeRow(walk, cycle, { t, row });
  if (cycle.unchecked && (goes(before) || goes(now))) check(walk, cycle, t);
  if (goes(now)) cycle.ranUnder = row;
  if (goes(now) && cycle.wasStopped) cycle.reopened = true;
  if (now === "stopped") cycle.wasStopped = true;
  cycle.modes.push(now);
  cycle.early.push(early);
  const counts = now === "running" && !walk.isRelieved(t) && (early || walk.isOpen(cycle.row, t));
  if (counts && cycle.missed === null && cycle.elapsed + 1 > allowed(walk, cycle)) cycle.missed = t;
  if (counts) cycle.elapsed += 1;
  if (now === "paused" && rules.pause_counts === "wall clock" && !walk.isOpen(cycle.row, t)) cycle.given += 1;
}

/** The target with what pauses have given back; one second less where exactly on target is missed. */
const targetOf = (walk: Walk, { row, given }: Cycle): number => (walk.targets[row] ?? Infinity) + given;
const allowed = (walk: Walk, cycle: Cycle): number =>
  targetOf(walk, cycle) - (walk.rules.exactly_on_target === "missed" ? 1 : 0);

function countClosed(walk: Walk, cycle: Cycle): void {
  if (!cycle.wasStopped) return;
  cycle.modes.forEach((mode, index) => {
    if (mode === "stopped") cycle.modes[index] = "running";
  });
  recount(walk, cycle);
  cycle.unchecked = true;
}

function changeRow(walk: Walk, cycle: Cycle, { t, row }: { readonly t: number; readonly row: string }): void {
  const { rules, targets } = walk;
  if (rules.on_priority_change === "keep the first") return;
  if (rules.on_priority_change === "in proportion") {
    const carried = Math.floor((cycle.elapsed * (targets[row] ?? 0)) / (targets[cycle.row] ?? 1));
    cycle.base = { at: t, carried };
  }
  if (rules.earlier_pauses === "ignored") {
    cycle.modes.forEach((mode, index) => {
      if (mode === "paused") cycle.modes[index] = "running";
    });
  }
  cycle.row = row;
  recount(walk, cycle);
  cycle.unchecked = true;
}

function recount(walk: Walk, cycle: Cycle): void {
  cycle.elapsed = cycle.base.carried;
  cycle.given = 0;
  for (let index = cycle.base.at - cycle.start; index < cycle.modes.length; index += 1) {
    const open = walk.isOpen(cycle.row, cycle.start + index);
    const relieved = walk.isRelieved(cycle.start + index);
    if (cycle.modes[index] === "running" && !relieved && (open || cycle.early[index])) cycle.elapsed += 1;
    if (cycle.modes[index] === "paused" && !open && walk.rules.pause_counts === "wall clock") cycle.given += 1;
  }
}

/** A past that was counted anew makes the miss now, not where it would have been. */
function check(walk: Walk, cycle: Cycle, t: number): void {
  cycle.unchecked = false;
  if (cycle.missed === null && cycle.elapsed > allowed(walk, cycle)) cycle.missed = t;
}

/** Where the walk ended, and the first opening by the calendar of the first row, if it came that far. */
interface End {
  readonly until: number;
  readonly firstOpening: number | null;
  readonly firstRow: string;
}

function shown(walk: Walk, cycles: readonly Cycle[], end: End): Walked {
  const cycle = cycles.at(-1);
  if (!cycle) return { state: "not started", elapsed: 0, due: null, missedAt: null, judged: [] };
  let stopped = false;
  const judged = cycles.flatMap((each) => {
    const reopened = stopped || each.reopened;
    stopped ||= each.wasStopped;
    const at = each.missed ?? (each.modes.at(-1) === "stopped" ? lastStop(each) : null);
    return at === null ? [] : [{ at, inTime: each.missed === null, reopened }];
  });
  const missedAt = cycles.find(({ missed }) => missed !== null)?.missed ?? null;
  const state = cycle.modes.at(-1) as Mode;
  return { state, elapsed: cycle.elapsed, due: dueOf(walk, cycle, end), missedAt, judged };
}

const lastStop = (cycle: Cycle): number => cycle.start + cycle.modes.findLastIndex((mode) => mode !== "stopped") + 1;

/** The first instant at which the target is used up: looked for among the seconds lived, then among those to come. */
function dueOf(walk: Walk, cycle: Cycle, { until, firstOpening, firstRow }: End): number | null {
  const state = cycle.modes.at(-1);
  if (state === "cancelled" || state === "paused") return null;
  const target = targetOf(walk, cycle);
  let shows = cycle.base.carried;
  if (cycle.elapsed >= target) {
    for (let t = cycle.base.at; t <= until; t += 1) {
      if (shows >= target) return t;
      const open = walk.isOpen(cycle.row, t) || cycle.early[t - cycle.start];
      if (cycle.modes[t - cycle.start] === "running" && open && !walk.isRelieved(t)) shows += 1;
    }
  }
  shows = cycle.elapsed;
  const from = state === "stopped" ? lastStop(cycle) : until;
  let early = walk.rules.opened_out_of_hours === "at once" && (firstOpening === null || from < firstOpening);
  for (let t = from; ; t += 1) {
    if (shows >= target) return t;
    if (early && walk.isOpen(firstRow, t)) early = false;
    if ((early || walk.isOpen(cycle.row, t)) && !walk.isRelieved(t)) shows += 1;
  }
}
