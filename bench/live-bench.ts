import type { LevelTerms } from "../src/engine/agreement/terms.ts";
import { type LivePlan, livePlan } from "../src/engine/batch/live/live-plan.ts";
import { liveReading } from "../src/engine/batch/live/live-reading.ts";
import { type LiveRecord, nextLate, openRecord, takeEvent } from "../src/engine/batch/live/live-record.ts";
import { readClock } from "../src/engine/clock/read-clock.ts";
import { contract } from "../src/engine/measure/fixture/story.ts";
import type { Fact, RecordEvent } from "../src/engine/record/record.ts";
import { instant } from "../src/engine/time/instant.ts";
import { mustEqual, once, secondsOf } from "./clocking.ts";
import { openingDue, openingHours, type Seconds } from "./libraries.ts";
import { atLeast, notInstalled, type Row } from "./row.ts";
import { calendars, four, levelsOf } from "./terms.ts";
import { tickets, year } from "./tickets.ts";

const span = { start: instant(year.start), end: instant(year.end + 400 * 86_400) };
const written = "Mo-Fr 08:00-12:00,13:00-18:00; Dec 25 off";
const few = { walk: 100, plain: 300 };

/** One event of a ticket with ten clocks, kept up by small numbers, against reading all of its events again. */
export async function benchLive(count: number): Promise<Row[]> {
  const facts = [...tickets(Math.min(count, 50_000), 1)];
  const events = facts.reduce((sum, fact) => sum + fact.events.length - 1, 0);
  const ours = (calendarIds: readonly string[]): number => {
    const plan = planOf(levelsOf(10, calendarIds));
    return secondsOf(() => keepUp(plan, facts)) / events;
  };
  const [hours, due] = [await openingHours(written), await openingDue(written)];
  const walk = hours && due && perEvent(facts.slice(0, few.walk), levelsOf(10, ["berlin"]), walkOf(hours, due));
  const plain = perEvent(facts.slice(0, few.plain), levelsOf(10, four), plainOf);
  const [one, all] = [ours(["berlin"]), ours(four)];
  const rate = `${(1 / all / 1e6).toFixed(2)} M events/s with ten clocks over four calendars`;
  return [
    {
      what: "One live event in memory, 10 clocks of a ticket updated and next due known, against a walk over its events and days",
      goal: atLeast(1000),
      seen: walk && walk / one,
      note: walk
        ? `${rate}; the walk adds up each stretch again by opening_hours and goes on from change to change to the due instant, all clocks by one calendar; every clock and due instant of ${few.walk} tickets equal after every event`
        : notInstalled,
    },
    {
      what: "The same against the plain engine, which reads each clock from the whole history",
      goal: null,
      seen: plain / all,
      note: `every clock of ${few.plain} tickets equal after every event`,
    },
  ];
}

function planOf(levels: readonly LevelTerms[]): LivePlan {
  const plan = livePlan(levels, { calendars, span });
  if (plan === null) throw new Error("the levels of the benchmark have too many courses");
  return plan;
}

/** Takes all events of all tickets, ticket by ticket, and asks after each what is due next. */
function keepUp(plan: LivePlan, facts: readonly Fact[]): void {
  let soon = 0;
  for (const { events } of facts) {
    const record = openRecord(plan, (events[0] as RecordEvent).happened);
    for (let at = 1; at < events.length; at += 1) {
      if (!takeEvent(plan, record, events[at] as RecordEvent)) throw new Error("a ticket is not for live clocks");
      if (nextLate(record) < year.start) soon += 1;
    }
  }
  if (soon > 0) throw new Error("a clock was late before the year began");
}

/** What a level counts of a history just before an instant, and when it is due. */
type Counted = (level: LevelTerms, fact: Fact, at: number) => readonly [elapsed: number, due: number | null];

/** Seconds an event takes to read all clocks again, which must show what the live ones do. */
function perEvent(facts: readonly Fact[], levels: readonly LevelTerms[], counted: Counted): number {
  const found: ReturnType<Counted>[] = [];
  const known = facts.map((fact) =>
    fact.events.slice(1).map((_, i) => ({ ...fact, events: fact.events.slice(0, i + 2) })),
  );
  const seconds = once(() => {
    for (const fact of known.flat())
      for (const level of levels) found.push(counted(level, fact, (fact.events.at(-1) as RecordEvent).happened + 1));
  });
  const plan = planOf(levels);
  const live = facts.flatMap(({ events }) => {
    const record = openRecord(plan, (events[0] as RecordEvent).happened);
    return events.slice(1).flatMap((event) => {
      takeEvent(plan, record, event);
      return shown(plan, record, event.happened + 1);
    });
  });
  mustEqual("live clocks and clocks read again", live, found);
  return seconds / (found.length / levels.length);
}

const shown = (plan: LivePlan, record: LiveRecord, at: number): ReturnType<Counted>[] =>
  plan.clocks.map((_, clock) => {
    const { elapsed, due } = liveReading(plan, record, { clock, at: instant(at) });
    return [elapsed, due];
  });

const plainOf: Counted = (level, fact, at) => {
  const input = { level, within: null, contract, calendars, fact, relief: [] };
  const { elapsed, due, state, target } = readClock(input, instant(at));
  return [elapsed, state === "running" && target !== null && elapsed < target ? due : null];
};

/** Adds up the stretches in which the clock ran, and walks on to the due instant, both by the library. */
function walkOf(hours: Seconds, due: (from: Date, seconds: number) => number): Counted {
  return ({ clock }, { events }, at) => {
    let [seconds, runs, answered, priority] = [0, true, false, ""];
    for (const [index, { happened, change }] of events.entries()) {
      if (change.kind === "field") priority = change.value ?? "";
      if (change.kind === "moment" && change.moment === "responded") answered = true;
      if (change.kind === "state" && change.state.kind === "resolved") answered = true;
      if (clock?.stops === "responded") runs = !answered;
      else if (change.kind === "state") runs = change.state.kind === "open";
      const until = events[index + 1]?.happened ?? at;
      if (runs && until > happened) seconds += hours(new Date(happened * 1000), new Date(until * 1000));
    }
    const within = clock?.rows[priority]?.within;
    const left = (within?.kind === "time" ? within.seconds : 0) - seconds;
    return [seconds, runs && left > 0 ? due(new Date(at * 1000), left) : null];
  };
}
