import { type Rules, usualRules } from "../../src/engine/agreement/rules.ts";
import type { ClockRow, ContractTerms, LevelTerms } from "../../src/engine/agreement/terms.ts";
import { calendarOf } from "../../src/engine/calendar/calendar.ts";
import type { ClockInput } from "../../src/engine/clock/clock-input.ts";
import { readClockNow } from "../../src/engine/clock/read-clock.ts";
import type { Reading } from "../../src/engine/clock/reading.ts";
import type { Change, Fact } from "../../src/engine/record/record.ts";
import { duration } from "../../src/engine/time/instant.ts";
import { at, type CalendarCase, calendarOfCase } from "./calendar.ts";
import { type Difference, differences, type Outcome } from "./outcome.ts";
import { caseContract, caseLevel } from "./terms.ts";

interface Case {
  readonly id: string;
  readonly calendar: CalendarCase;
  readonly rules: CaseRules;
  readonly events: readonly CaseEvent[];
  readonly now: string;
  readonly expect?: Readonly<Record<string, unknown>>;
  readonly expect_by_policy?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly policy_rules?: Readonly<Record<string, Partial<CaseRules>>>;
}

interface CaseRules {
  readonly metric: "response" | "resolution" | "next_response";
  readonly target_seconds: number | null;
  readonly pause_states: readonly string[];
  readonly stop_states: readonly string[];
  readonly reopen?: keyof typeof reopen;
  readonly target_change?: keyof typeof change;
  readonly calendar_change?: keyof typeof change;
  readonly start?: "created" | "sla_attached";
  readonly retroactive_start?: boolean;
  readonly retroactive_pause?: boolean;
  readonly pause_clock?: "calendar" | "wall";
}

interface CaseEvent {
  readonly at: string;
  readonly type:
    | "created"
    | "state"
    | "reply"
    | "target_changed"
    | "calendar_changed"
    | "sla_attached"
    | "sla_detached";
  readonly state?: string;
  readonly to?: string;
  readonly by?: string;
  readonly target_seconds?: number | null;
  readonly calendar?: CalendarCase;
}

const reopen = {
  exclude_closed_time: "continue",
  include_closed_time: "count the closed time",
  reset: "restart",
  ignore_after_first_stop: "first stop is final",
} as const;

const change = {
  retroactive: "from the start",
  restart: "restart",
  keep_original: "keep the first",
  proportional: "in proportion",
} as const;

/** Runs one case of clock.json under its rules, or under each policy that it lists. */
export function runClockCase(one: Case): Outcome {
  const asked = one.expect_by_policy
    ? Object.entries(one.expect_by_policy).map(([policy, expect]) => ({
        policy,
        expect,
        rules: { ...one.rules, ...one.policy_rules?.[policy] },
      }))
    : [{ policy: "", expect: one.expect ?? {}, rules: one.rules }];
  return {
    id: one.id,
    setAside: null,
    differences: asked.flatMap(({ policy, expect, rules }) => compare(one, rules, { policy, expect })),
  };
}

interface Asked {
  readonly policy: string;
  readonly expect: Readonly<Record<string, unknown>>;
}

function compare(one: Case, rules: CaseRules, { policy, expect }: Asked): Difference[] {
  const answer = said(readClockNow(inputOf(one, rules), at(one.now)));
  return differences(instantsRead(expect), answer, { tolerance: 0, what: policy });
}

/** A reading in the words of the cases; instants stay epoch seconds on both sides. */
function said(reading: Reading): Readonly<Record<string, unknown>> {
  return {
    due: reading.due,
    due_if_resumed_now: reading.dueIfResumed,
    elapsed_seconds: reading.elapsed,
    remaining_seconds: reading.remaining,
    breached: reading.over,
    clock:
      reading.target === null || reading.state === "not started" || reading.state === "cancelled"
        ? "none"
        : reading.state,
  };
}

function instantsRead(expect: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const written = Object.entries(expect).map(([key, value]) => [
    key,
    key.startsWith("due") && typeof value === "string" ? at(value) : value,
  ]);
  return Object.fromEntries(written);
}

/** Each target and calendar that a case brings in becomes a row of the clock's table, under a priority of its own. */
function inputOf(one: Case, rules: CaseRules): ClockInput {
  const calendars = new Map([["case", calendarOfCase(one.calendar)]]);
  const rows: Record<string, ClockRow> = { "0": rowOf(rules.target_seconds, "case") };
  const changes: { at: string; what: Change }[] = [];
  let [target, calendar] = [rules.target_seconds, "case"];
  one.events.forEach((event, index) => {
    if (event.type === "target_changed") target = event.target_seconds ?? null;
    else if (event.type === "calendar_changed" && event.calendar) {
      calendar = String(index);
      calendars.set(calendar, calendarOf(calendarOfCase(event.calendar).terms, calendarOfCase(event.calendar).zone));
    } else if (event.type === "sla_detached") target = null;
    else return;
    rows[String(index + 1)] = rowOf(target, calendar);
    changes.push({ at: event.at, what: { kind: "field", field: "priority", value: String(index + 1) } });
  });
  const level = levelOf(rules, rows);
  return { level, within: null, contract: contractOf(rules), calendars, fact: factOf(one, rules, changes), relief: [] };
}

const rowOf = (target: number | null, calendar: string): ClockRow => ({
  within: target === null ? null : { kind: "time", seconds: duration(target) },
  calendar,
  clause: null,
});

const metrics = {
  response: { starts: "opened", stops: "responded" },
  resolution: { starts: "opened", stops: "resolved" },
  next_response: { starts: "client message", stops: "reply" },
} as const;

function levelOf(rules: CaseRules, rows: Readonly<Record<string, ClockRow>>): LevelTerms {
  const { starts, stops } = metrics[rules.metric];
  const attached = rules.start === "sla_attached" && rules.retroactive_start !== true;
  const terms: Rules = {
    ...usualRules,
    on_reopen: reopen[rules.reopen ?? "exclude_closed_time"],
    on_priority_change: change[rules.target_change ?? rules.calendar_change ?? "retroactive"],
    pause_counts: rules.pause_clock === "wall" ? "wall clock" : "service time",
    earlier_pauses: rules.retroactive_pause === false ? "ignored" : "kept",
  };
  const clock = {
    starts: attached ? ("attached" as const) : starts,
    stops,
    by: null,
    per: "priority" as const,
    rows,
    pauses: rules.pause_states,
  };
  return { ...caseLevel, clock, rules: terms };
}

const contractOf = (rules: CaseRules): ContractTerms => ({
  ...caseContract,
  waiting: Object.fromEntries(
    rules.pause_states.map((id) => [id, { id, name: id, bearer: "client" as const, endsAfter: null }]),
  ),
});

function factOf(one: Case, rules: CaseRules, changes: readonly { at: string; what: Change }[]): Fact {
  const first: Change = { kind: "field", field: "priority", value: "0" };
  const events = one.events.flatMap((event, index) => {
    const own = changesOf(event, rules).map((what) => ({ at: event.at, what }));
    const row = changes.filter(
      (each) => each.at === event.at && each.what.kind === "field" && each.what.value === String(index + 1),
    );
    return [...(index === 0 ? [{ at: event.at, what: first }] : []), ...own, ...row];
  });
  return {
    id: one.id,
    kind: "incidents",
    tool: "case",
    events: events.map(({ at: happened, what }, sequence) => ({
      happened: at(happened),
      learned: at(happened),
      sequence,
      source: { file: "case", row: sequence },
      change: what,
    })),
  };
}

function changesOf(event: CaseEvent, rules: CaseRules): Change[] {
  if (event.type === "created") return [{ kind: "moment", moment: "opened" }, stateOf(event.state ?? "open", rules)];
  if (event.type === "state") return [stateOf(event.to ?? "open", rules)];
  if (event.type === "sla_attached") return [{ kind: "moment", moment: "attached" }];
  if (event.type === "reply")
    return [{ kind: "message", by: event.by === "agent" ? "supplier" : "client", open: true }];
  return [];
}

function stateOf(name: string, rules: CaseRules): Change {
  if (rules.stop_states.includes(name)) return { kind: "state", state: { kind: "resolved" } };
  if (rules.pause_states.includes(name)) return { kind: "state", state: { kind: "waiting", reason: name } };
  return { kind: "state", state: { kind: "open", name: "in progress" } };
}
