import type { Calendar } from "../calendar/calendar.ts";
import { addWorked, nextOpening, worked } from "../calendar/service-time.ts";
import { between, type Duration, duration, type Instant, shift } from "../time/instant.ts";
import { lengthOf } from "../time/span.ts";
import { allowedSeconds } from "./allowed-seconds.ts";
import type { ClockInput } from "./clock-input.ts";
import { calendarOfRow, clockRow } from "./clock-row.ts";
import { madeToCount, type Phase } from "./phases.ts";

/** How a clock counts while one row of its table rules: from which phases, with what carried over, towards which target. */
export interface Account {
  readonly row: string | null;
  readonly calendar: Calendar | null;
  /** Phases that count, the last of them still open; earlier rows are in it when counting starts afresh with the row. */
  readonly phases: readonly Phase[];
  /** Seconds the clock already shows when `phases` begin. */
  readonly carried: Duration;
  readonly target: Duration | null;
  /** The instant from which this row rules. */
  readonly from: Instant;
}

/** What a row that is about to rule is given: the phases of the cycle so far and the account before it. */
interface Step {
  readonly before: Account | null;
  readonly past: readonly Phase[];
  readonly era: readonly Phase[];
}

/** One account for each stretch of a cycle that a row (and a site) rules, oldest first (semantics 3, 5 and 37). */
export function accountsOf(input: ClockInput, cycle: readonly Phase[]): Account[] {
  const accounts: Account[] = [];
  let past: Phase[] = [];
  for (const era of erasOf(input, cycle)) {
    accounts.push(accountOf(input, { before: accounts.at(-1) ?? null, past, era }));
    past = [...past, ...era];
  }
  return accounts;
}

function erasOf(input: ClockInput, cycle: readonly Phase[]): Phase[][] {
  const keep = input.level.rules.on_priority_change === "keep the first";
  const first = cycle.find(({ row }) => row !== null) ?? null;
  const eras: Phase[][] = [];
  for (const each of keep && first ? cycle.map((phase) => ({ ...phase, row: first.row, site: first.site })) : cycle) {
    const last = eras.at(-1);
    if (last && last[0]?.row === each.row && last[0]?.site === each.site) last.push(each);
    else eras.push([each]);
  }
  return eras;
}

function accountOf(input: ClockInput, { before, past, era }: Step): Account {
  const { rules } = input.level;
  const first = era[0] as Phase;
  const calendar = calendarOfRow(input, first);
  const kept = rules.earlier_pauses === "ignored" ? past.map(asRunning) : past;
  const target = calendar && targetOf(input, { row: first, start: past[0] ?? first, calendar });
  const account: Account = {
    row: first.row,
    calendar,
    phases: [...kept, ...era],
    carried: duration(0),
    target,
    from: first.start,
  };
  if (before === null) return account;
  if (rules.on_priority_change === "in proportion") return inProportion(account, before, era);
  return { ...account, target: withGrace(input, account) };
}

const asRunning = (each: Phase): Phase => (each.mode === "paused" ? { ...each, mode: madeToCount(each) } : each);

/**
 * The time allowed by the stage or the row, as counted seconds from the start of the cycle. Days that begin before the
 * first opening of a clock that starts at once have that stretch added, so that they end when they would without it.
 */
function targetOf(
  input: ClockInput,
  { row, start, calendar }: { readonly row: Phase; readonly start: Phase; readonly calendar: Calendar },
): Duration | null {
  const { rules } = input.level;
  const allowed = input.within ?? clockRow(input, row)?.within ?? null;
  const seconds = allowed && allowedSeconds(allowed, { calendar, start: start.start, rules });
  if (allowed === null || seconds === null || start.early === null || allowed.kind === "time") return seconds;
  if (allowed.kind === "business days" && rules.business_days === "opening hours") return seconds;
  const early = between(start.start, start.early) - worked(calendar, start.start, start.early);
  return duration(seconds + early);
}

/**
 * The share of the old target that was used is used of the new one; a part of a second is dropped. Time that pauses by
 * the wall clock had added is used up first, and none of it is taken along.
 */
function inProportion(account: Account, before: Account, era: readonly Phase[]): Account {
  const used = countedBefore(before, account.from);
  const { target } = account;
  const carried = before.target && target !== null ? duration(Math.floor((used * target) / before.target)) : used;
  return { ...account, phases: era, carried };
}

/** A change of priority cannot make the record late before its grace is over (semantics 3). */
function withGrace(input: ClockInput, account: Account): Duration | null {
  const { rules } = input.level;
  const { grace } = rules;
  if (!grace || !account.calendar || account.target === null) return account.target;
  const seconds = allowedSeconds(grace, { calendar: account.calendar, start: account.from, rules });
  return duration(Math.max(account.target, countedBefore(account, account.from) + (seconds ?? 0)));
}

/** Seconds the clock shows at an instant by this account. */
export function countedBefore(account: Account, at: Instant): Duration {
  let sum: number = account.carried;
  for (const each of account.phases) {
    if (each.start >= at) break;
    sum += counted(account, each.end > at ? { ...each, end: at } : each);
  }
  return duration(sum);
}

/** Seconds a phase adds to the clock. */
export function counted({ calendar }: Account, each: Phase): number {
  if (each.mode !== "running") return 0;
  if (each.early !== null) return lengthOf(each);
  return calendar ? worked(calendar, each.start, each.end) : 0;
}

/** The earliest instant of a running phase at which it has added `seconds` (more than 0, at most what it adds). */
export function reachedIn({ calendar }: Account, each: Phase, seconds: Duration): Instant {
  if (each.early !== null || !calendar) return shift(each.start, seconds);
  return addWorked(calendar, each.start, seconds) ?? each.end;
}

/** The start of the first counted second after `seconds` of a running phase; null where it counts no more. */
export function nextSecondIn(account: Account, each: Phase, seconds: Duration): Instant | null {
  if (each.mode !== "running" || counted(account, each) <= seconds) return null;
  const reached = seconds > 0 ? reachedIn(account, each, seconds) : each.start;
  return each.early !== null || !account.calendar ? reached : nextOpening(account.calendar, reached);
}
