import type { Allowed } from "../../src/engine/agreement/quantity.ts";
import { type Rules, usualRules } from "../../src/engine/agreement/rules.ts";
import type { ClockRow, ClockTerms, ContractTerms, LevelTerms } from "../../src/engine/agreement/terms.ts";
import type { Calendar } from "../../src/engine/calendar/calendar.ts";
import type { ClockInput } from "../../src/engine/clock/clock-input.ts";
import { readClock, readClockNow } from "../../src/engine/clock/read-clock.ts";
import type { Reading } from "../../src/engine/clock/reading.ts";
import { inOrder } from "../../src/engine/record/history.ts";
import type { Change, RecordEvent } from "../../src/engine/record/record.ts";
import { duration } from "../../src/engine/time/instant.ts";
import type { Span } from "../../src/engine/time/span.ts";
import { utc, type Zone } from "../../src/engine/time/zone.ts";
import { caseContract, caseLevel } from "../cases/terms.ts";
import { calendarFor, type StoryCalendar, zoneNamed } from "./story-calendar.ts";
import { readLength, readTime, writeLength, writeTime } from "./story-time.ts";

/** When, what, and, where they differ from the usual, when it was learned and its place in the log. */
export type StoryEvent = readonly [
  when: string,
  what: string,
  more?: { readonly learned?: string; readonly sequence?: number },
];

/** A record and the clock it is read by, as short as they can be said. */
export interface Story {
  /** The main calendar; by default every second of every day. */
  readonly hours?: string | StoryCalendar;
  /** Further calendars by id. */
  readonly calendars?: Readonly<Record<string, string | StoryCalendar>>;
  /** One time for all, or `rows` by priority: `4h`, or `4h on always` for another calendar. */
  readonly target?: string;
  readonly rows?: Readonly<Record<string, string>>;
  readonly clock?: Partial<Pick<ClockTerms, "starts" | "stops" | "by" | "per" | "pauses">>;
  readonly rules?: Partial<Rules> | undefined;
  /** Waiting reasons that end by themselves, to the time after which they do. */
  readonly endsAfter?: Readonly<Record<string, string>>;
  readonly offerings?: ContractTerms["offerings"];
  readonly provider?: string;
  readonly relief?: readonly string[];
  readonly elsewhere?: readonly string[];
  readonly events: readonly StoryEvent[];
}

/** What a reading says, in words. */
export interface Shown {
  readonly state: string;
  readonly elapsed: string;
  readonly target: string | null;
  readonly remaining: string | null;
  readonly due: string | null;
  readonly dueIfResumed: string | null;
  readonly started: string | null;
  readonly stopped: string | null;
  readonly missed: string | null;
  readonly over: boolean;
  /** `met Tue 10:00 at 3h of 8h`, `missed Mon 17:00 over target`, each with `, reopened` where it was. */
  readonly judged: readonly string[];
}

/** A story ready to be asked: what the clock shows at an instant before the events of that second, or `now` with them. */
export interface Told {
  readonly input: ClockInput;
  readonly at: (when: string) => Shown;
  readonly now: (when: string) => Shown;
  readonly reading: (when: string) => Reading;
  /** Segments as `Mon 09:00 - Mon 10:00 running 1h (open)`. */
  readonly segments: (when: string) => readonly string[];
}

export function story(told: Story): Told {
  const input = inputOf(told);
  const zone = zoneOf(told);
  const reading = (when: string): Reading => readClock(input, readTime(when, zone));
  return {
    input,
    reading,
    at: (when) => inWords(reading(when), zone),
    now: (when) => inWords(readClockNow(input, readTime(when, zone)), zone),
    segments: (when) =>
      reading(when).segments.map(
        ({ start, end, kind, counted, because }) =>
          `${writeTime(start, zone)} - ${writeTime(end, zone)} ${kind} ${writeLength(counted)} (${because})`,
      ),
  };
}

const zoneOf = ({ hours }: Story): Zone => (typeof hours === "object" && hours.zone ? zoneNamed(hours.zone) : utc);

function inWords(reading: Reading, zone: Zone): Shown {
  const time = (at: Reading["due"]): string | null => (at === null ? null : writeTime(at, zone));
  const length = (seconds: number | null): string | null => (seconds === null ? null : writeLength(seconds));
  return {
    state: reading.state,
    elapsed: writeLength(reading.elapsed),
    target: length(reading.target),
    remaining: length(reading.remaining),
    due: time(reading.due),
    dueIfResumed: time(reading.dueIfResumed),
    started: time(reading.started),
    stopped: time(reading.stopped),
    missed: time(reading.missedAt),
    over: reading.over,
    judged: reading.judgements.map(({ at, inTime, elapsed, target, because, reopened }) => {
      const how = inTime
        ? `met ${time(at)} at ${length(elapsed)} of ${length(target)}`
        : `missed ${time(at)} ${because}`;
      return `${how}${reopened ? ", reopened" : ""}`;
    }),
  };
}

/** What the engine reads a story's clock from. */
export function inputOf(told: Story): ClockInput {
  const zone = zoneOf(told);
  const main = typeof told.hours === "object" ? told.hours : { hours: told.hours ?? "every day 00:00-24:00" };
  const calendars = new Map<string, Calendar>([["main", calendarFor(main)]]);
  for (const [id, each] of Object.entries(told.calendars ?? {})) {
    calendars.set(id, calendarFor({ ...(typeof each === "string" ? { hours: each } : each), id }));
  }
  const spans = (texts: readonly string[]): Span[] =>
    texts.map((text) => {
      const [start, end] = text.split(" / ").map((each) => readTime(each, zone));
      return { start, end } as Span;
    });
  return {
    level: levelOf(told),
    within: null,
    contract: contractOf(told),
    calendars,
    fact: { id: "INC-1", kind: "incidents", tool: "story", events: eventsOf(told, zone) },
    relief: spans(told.relief ?? []),
    ...(told.elsewhere ? { elsewhere: spans(told.elsewhere) } : {}),
  };
}

function levelOf({ target, rows, clock, rules, provider }: Story): LevelTerms {
  const written = rows ?? { "*": target ?? "" };
  const table = Object.fromEntries(Object.entries(written).map(([key, text]) => [key, rowOf(text)]));
  return {
    ...caseLevel,
    provider: provider ?? "desk",
    clock: {
      starts: "opened",
      stops: "resolved",
      by: null,
      per: rows ? "priority" : null,
      rows: table,
      pauses: ["client"],
      ...clock,
    },
    rules: { ...usualRules, ...rules },
  };
}

function rowOf(text: string): ClockRow {
  const [within, calendar] = text.split(" on ");
  return { within: allowed(within ?? ""), calendar: calendar ?? "main", clause: null };
}

/** `8h`, `2 business days`, `90 days`; nothing is no target. */
export function allowed(text: string): Allowed | null {
  const days = /^(\d+) (business )?days?$/.exec(text);
  if (days) return { kind: days[2] ? "business days" : "days", count: Number(days[1]) };
  return text === "" ? null : { kind: "time", seconds: duration(readLength(text)) };
}

function contractOf({ endsAfter, offerings }: Story): ContractTerms {
  const reasons = ["client", "vendor", "window", ...Object.keys(endsAfter ?? {})];
  const waiting = reasons.map((id) => [
    id,
    { id, name: id, bearer: id === "vendor" ? "vendor" : "client", endsAfter: allowed(endsAfter?.[id] ?? "") },
  ]);
  return { ...caseContract, waiting: Object.fromEntries(waiting), ...(offerings ? { offerings } : {}) };
}

function eventsOf({ events }: Story, zone: Zone): RecordEvent[] {
  const made = events.flatMap(([when, what, more], index) =>
    changesOf(what).map((change, part): RecordEvent => {
      const happened = readTime(when, zone);
      const learned = more?.learned ? readTime(more.learned, zone) : happened;
      const sequence = more?.sequence ?? index * 10 + part;
      return { happened, learned, sequence, source: { file: "story", row: index }, change };
    }),
  );
  return inOrder(made);
}

const states = ["resolved", "closed", "cancelled", "merged", "unknown"];

/** `opened`, `working`, `resolved`, `waiting for client`, `reply`, `note`, `client message`, `P1`, `holder=net`, `moment due`. */
function changesOf(what: string): Change[] {
  if (what === "opened")
    return [
      { kind: "moment", moment: "opened" },
      { kind: "state", state: { kind: "open", name: "new" } },
    ];
  if (what === "working" || what === "new")
    return [{ kind: "state", state: { kind: "open", name: what === "new" ? "new" : "in progress" } }];
  if (what.startsWith("waiting for ")) return [{ kind: "state", state: { kind: "waiting", reason: what.slice(12) } }];
  if (states.includes(what))
    return [{ kind: "state", state: { kind: what, ...(what === "merged" ? { into: null } : {}) } as never }];
  if (what === "client message") return [{ kind: "message", by: "client", open: true }];
  if (what === "reply" || what === "note") return [{ kind: "message", by: "supplier", open: what === "reply" }];
  if (/^P\d$/.test(what)) return [{ kind: "field", field: "priority", value: what }];
  if (what.startsWith("moment ")) return [{ kind: "moment", moment: what.slice(7) }];
  const [field, value] = what.split("=");
  if (!field || value === undefined) throw new Error(`no such event: ${what}`);
  return [{ kind: "field", field, value: value === "" ? null : value }];
}
