import { addDays, type Day, dateOf, weekdayIndex } from "../src/engine/time/civil.ts";
import { arrivals } from "./arrivals.ts";
import { csv } from "./csv.ts";
import { itemOf } from "./items.ts";
import { at, dayAt, type Second, stamp } from "./london.ts";
import { numbersOf } from "./numbering.ts";
import type { Chance } from "./random.ts";
import { factor, overrun } from "./story.ts";
import { end, firstDay, lastDay } from "./term.ts";
import { workOf } from "./work.ts";
import { after, officeHours } from "./working-hours.ts";

export interface Change {
  readonly number: string;
  readonly type: "Standard" | "Normal" | "Emergency";
  readonly component: string;
  readonly item: string;
  /** The line in which it is told. */
  readonly about: string;
  readonly requested: Second;
  readonly approved: Second;
  readonly announced: Second;
  readonly planned: Second;
  readonly started: Second;
  readonly implemented: Second;
  readonly reviewed: Second;
  readonly outcome: "Successful" | "Successful with issues" | "Backed out" | "Failed" | "Withdrawn";
  readonly incidents: number;
  /** True for work in an agreed window, which takes the component down. */
  readonly isMaintenance: boolean;
}

type Draft = Omit<Change, "number">;

const components = [
  ["claims-application", 34],
  ["portal-hosting", 16],
  ["claims-hosting", 12],
  ["office-network", 14],
  ["document-store", 8],
  ["circuit-north", 3],
  ["circuit-south", 3],
] as const;

/** Every change of the term in the order of request: everyday ones and the work in agreed windows. */
export function changesOf(chance: Chance): Change[] {
  const everyday = arrivals(chance, { perMonth: 54, factor: (at) => factor("changes", at), within: [8, 18] }).map(
    (at) => draft(chance, at),
  );
  const drafts = [...everyday, ...windowWork(chance)].sort((a, b) => a.requested - b.requested);
  const numbers = numbersOf(
    "CHG",
    drafts.map(({ requested }) => requested),
  );
  return drafts.map((each, index) => ({ ...each, number: numbers[index] ?? "" }));
}

function draft(chance: Chance, requested: Second): Draft {
  const type = chance.pick([
    ["Standard", 55],
    ["Normal", 38],
    ["Emergency", 7],
  ] as const);
  const wait = { Standard: 2, Normal: 28, Emergency: 0.4 }[type] * 3600;
  const approved = after(officeHours, requested, chance.around(wait, 0.5));
  const ready = after(officeHours, approved, chance.around(type === "Emergency" ? 1800 : 5 * 3600, 0.6));
  const planned = plannedAt(chance, type, ready);
  const started = planned + chance.whole(0, 900);
  const implemented = started + Math.round(chance.around(2700, 0.7));
  const outcome = outcomeOf(chance, implemented);
  const isClean = outcome === "Successful" || outcome === "Withdrawn";
  const component = chance.pick(components);
  return {
    type,
    component,
    item: itemOf(chance, component),
    about: workOf(chance, component),
    requested,
    approved,
    announced: approved + chance.whole(300, 3600),
    planned,
    started,
    implemented,
    reviewed: after(officeHours, implemented, chance.around(20 * 3600, 0.4)),
    outcome,
    incidents: isClean ? 0 : chance.whole(0, 3),
    isMaintenance: false,
  };
}

/** Normal changes wait for the evening, standard ones for the next quarter of an hour, an emergency for nothing. */
function plannedAt(chance: Chance, type: Change["type"], ready: Second): Second {
  if (type === "Emergency") return ready;
  return type === "Standard" ? Math.ceil(ready / 900) * 900 : at(dayAt(ready), 18) + chance.whole(0, 11) * 900;
}

function outcomeOf(chance: Chance, at: Second): Change["outcome"] {
  if (chance.happens(0.035)) return "Withdrawn";
  if (!chance.happens(0.022 * factor("failures", at))) return "Successful";
  return chance.pick([
    ["Backed out", 5],
    ["Failed", 3],
    ["Successful with issues", 2],
  ] as const);
}

/** Second Sundays for hosting as a whole, Thursday evenings for the portal: asked for ten working days before. */
function windowWork(chance: Chance): Draft[] {
  const days = Array.from({ length: lastDay - firstDay + 1 }, (_, index) => addDays(firstDay, index));
  return days.flatMap((day) => {
    if (isSecondSunday(day))
      return ["claims-hosting", "portal-hosting"].map((each) => inWindow(chance, each, at(day, 2)));
    return weekdayIndex(day) === 3 && chance.happens(0.6 * factor("changes", at(day, 12)))
      ? [inWindow(chance, "portal-hosting", at(day, 22, 15))]
      : [];
  });
}

function inWindow(chance: Chance, component: string, planned: Second): Draft {
  const requested = after(officeHours, planned - chance.whole(23, 30) * 86_400, chance.whole(600, 20_000));
  const approved = after(officeHours, requested, chance.around(5 * 3600, 0.4));
  const started = planned + chance.whole(60, 600);
  const overran = component === "claims-hosting" && planned === overrun.began;
  const length = component === "claims-hosting" ? chance.around(6600, 0.25) : chance.around(1500, 0.3);
  const implemented = Math.round(started + (overran ? overrun.lasted : length));
  const reviewed = after(officeHours, implemented, 10 * 3600);
  const said = { requested, approved, announced: approved + 1800, planned, started, implemented, reviewed };
  const item = itemOf(chance, component);
  const about = component === "claims-hosting" ? "Patches of hosts in window" : "Patches of portal in window";
  const outcome = overran ? "Successful with issues" : "Successful";
  return { ...said, type: "Normal", component, item, about, outcome, incidents: overran ? 1 : 0, isMaintenance: true };
}

const isSecondSunday = (day: Day): boolean => weekdayIndex(day) === 6 && Math.ceil(dateOf(day).day / 7) === 2;

const header = [
  "number",
  "type",
  "cmdb_ci",
  "short_description",
  "requested_at",
  "approved_at",
  "announced_at",
  "planned_start",
];
const later = ["work_start", "work_end", "reviewed_at", "state", "outcome", "caused_incidents"];

/** One row a change, as it stands at the end of the term. */
export function changesCsv(changes: readonly Change[]): string {
  const rows = changes
    .filter(({ requested }) => requested < end)
    .map((change) => {
      const isWithdrawn = change.outcome === "Withdrawn";
      const known = (second: Second): string => (second < end ? stamp(second) : "");
      const done = (second: Second): string => (isWithdrawn ? "" : known(second));
      const { number, type, item, about, requested, approved, announced, planned } = change;
      const first = [number, type, item, about, stamp(requested), known(approved), known(announced)];
      const isDone = !isWithdrawn && change.implemented < end;
      const state = isWithdrawn ? "Withdrawn" : isDone ? "Closed" : "Scheduled";
      const times = [stamp(planned), done(change.started), done(change.implemented), done(change.reviewed)];
      return [...first, ...times, state, isDone ? change.outcome : "", isDone ? change.incidents : ""];
    });
  return csv([...header, ...later], rows);
}
