import { complaintOf } from "./complaints.ts";
import { type Course, changed, now, type Priority, type Snapshot, sites } from "./incident.ts";
import { itemOf } from "./items.ts";
import type { Second } from "./london.ts";
import type { Chance } from "./random.ts";
import { hoursOf, type Leg, type Way, wayOf } from "./routes.ts";
import { factor } from "./story.ts";
import { after, officeHours } from "./working-hours.ts";

/** Hours to a first response, by priority. */
const response: Readonly<Record<Priority, number>> = { P1: 0.25, P2: 0.5, P3: 2, P4: 9 };

/** Everything that will happen to an incident which a person raises at an instant. */
export function courseOf(chance: Chance, opened: Second): Course {
  const way = wayOf(chance, opened);
  const priority = chance.pick([
    ["P1", way.service === "workplace" || way.component === "" ? 0 : 0.9],
    ["P2", 9],
    ["P3", 55],
    ["P4", 35],
  ] as const);
  const contact = contactOf(chance, opened, priority);
  const start: Snapshot = { at: opened, state: "New", priority, holder: "service-desk", component: "", closeCode: "" };
  const caller = `MHM-${String(chance.whole(1, 1180)).padStart(4, "0")}`;
  const history = answered(chance, [start], contact);
  return {
    opened,
    service: way.service,
    site: siteOf(chance, way.component),
    contact,
    caller,
    about: complaintOf(chance, way.component, way.service),
    item: itemOf(chance, way.component),
    history: worked(chance, history, { way, contact }),
  };
}

/** A line ends in Leeds, and the network of the offices is missed in an office. */
function siteOf(chance: Chance, component: string): string {
  if (component.startsWith("circuit-")) return "leeds";
  return chance.pick(component === "office-network" ? sites.filter(([site]) => site !== "home") : sites);
}

/** Nobody takes the telephone while the offices are closed, but for what is urgent. */
function contactOf(chance: Chance, opened: Second, priority: Priority): Course["contact"] {
  const isOpen = after(officeHours, opened, 60) - opened === 60;
  const phone = isOpen || priority === "P1" || priority === "P2" ? 48 : 0;
  return chance.pick([
    ["Phone", phone],
    ["Portal", 36],
    ["Email", 16],
  ] as const);
}

function answered(chance: Chance, history: readonly Snapshot[], contact: Course["contact"]): Snapshot[] {
  const { at, priority } = history[0] as Snapshot;
  const hours = hoursOf[priority];
  if (contact === "Phone") return changed(history, after(hours, at, chance.whole(5, 150)), { state: "In Progress" });
  const taken = chance.around(0.35, 0.7) * factor("service-desk", at) * response[priority] * 3600;
  return changed(history, after(hours, at, taken), { state: "In Progress" });
}

/** How an incident came, and the way it goes. */
interface Going {
  readonly way: Way;
  readonly contact: Course["contact"];
}

function worked(chance: Chance, answeredHistory: readonly Snapshot[], { way, contact }: Going): Snapshot[] {
  if (chance.happens(0.015))
    return changed(answeredHistory, now(answeredHistory) + 900, { state: "Cancelled", closeCode: "raised in error" });
  if (chance.happens(0.02))
    return changed(answeredHistory, now(answeredHistory) + 1200, { state: "Closed Duplicate", closeCode: "duplicate" });
  if (contact === "Phone" && way.legs.length === 1 && isSolvedAtOnce(chance, answeredHistory))
    return ended(chance, changed(answeredHistory, now(answeredHistory) + chance.whole(180, 1500), {}), way);
  const repaired = way.legs.reduce<readonly Snapshot[]>((history, leg, index) => {
    const handed = index === 0 ? history : handOver(misrouted(chance, history, leg), leg, way.component);
    return through(chance, repriced(chance, handed, index), leg);
  }, answeredHistory);
  return ended(chance, repaired, way);
}

/** Most of what the desk can repair alone is repaired while the caller is on the line, less where hands are short. */
function isSolvedAtOnce(chance: Chance, history: readonly Snapshot[]): boolean {
  const { priority, at } = history.at(-1) as Snapshot;
  return (priority === "P3" || priority === "P4") && chance.happens(0.78 / factor("service-desk", at));
}

function handOver(history: readonly Snapshot[], { holder }: Leg, component: string): Snapshot[] {
  const state = holder === "quillnet" || holder === "oakrack" ? "Awaiting Vendor" : "In Progress";
  return changed(withoutNote(history), now(history), { holder, component, state });
}

/** The note that a part of the work is done and the hand-over are one entry. */
function withoutNote(history: readonly Snapshot[]): readonly Snapshot[] {
  const [last, before] = [history.at(-1), history.at(-2)];
  const isNote = last && before && last.state === before.state && last.holder === before.holder;
  return isNote && last.priority === before.priority ? history.slice(0, -1) : history;
}

/** Some go to the wrong team first, who looks at it and hands it on. */
function misrouted(chance: Chance, history: readonly Snapshot[], { holder }: Leg): readonly Snapshot[] {
  const { priority } = history.at(-1) as Snapshot;
  if (holder !== "applications" || priority === "P1" || !chance.happens(0.07)) return history;
  const wrong = changed(withoutNote(history), now(history), { holder: "platform", state: "In Progress" });
  return changed(wrong, after(hoursOf[priority], now(wrong), chance.around(2400, 0.5)), {});
}

/** A few incidents turn out to be more or less urgent than they looked. */
function repriced(chance: Chance, history: readonly Snapshot[], index: number): readonly Snapshot[] {
  const priority = history.at(-1)?.priority;
  if (index > 0 || priority === "P1" || !chance.happens(0.04)) return history;
  const next = chance.happens(0.6)
    ? ({ P2: "P3", P3: "P2", P4: "P3" } as const)
    : ({ P2: "P3", P3: "P4", P4: "P3" } as const);
  return changed(history, now(history) + chance.whole(120, 2400), { priority: next[priority ?? "P3"] });
}

/** One holder's work up to the note that it is done, with a wait in the middle of some. */
function through(chance: Chance, history: readonly Snapshot[], leg: Leg): readonly Snapshot[] {
  const { priority, state } = history.at(-1) as Snapshot;
  const seconds =
    chance.around(0.34, spreadOf(leg, priority)) * factor(leg.holder, now(history)) * leg.given[priority] * 3600;
  const hours = leg.hours[priority];
  const waits = state !== "Awaiting Vendor" && priority !== "P1" && chance.happens(priority === "P2" ? 0.08 : 0.2);
  if (!waits) return changed(history, after(hours, now(history), seconds), {});
  const share = 0.2 + 0.6 * chance.next();
  const waiting = chance.pick([
    ["Awaiting User", 70],
    ["Awaiting Access", 18],
    ["Awaiting Change", 12],
  ] as const);
  const paused = changed(history, after(hours, now(history), seconds * share), { state: waiting });
  const resumed = changed(paused, after(officeHours, now(paused), chance.around(7 * 3600, 0.9)), {
    state: "In Progress",
  });
  return changed(resumed, after(hours, now(resumed), seconds * (1 - share)), {});
}

/** Everybody looks at what is critical, and a vendor has its routine: neither takes very long now and then. */
const spreadOf = ({ holder }: Leg, priority: Priority): number =>
  priority === "P1" || holder === "quillnet" || holder === "oakrack" ? 0.45 : 0.62;

function ended(chance: Chance, history: readonly Snapshot[], way: Way): Snapshot[] {
  const holder = way.legs.length > 2 ? "platform" : (history.at(-1)?.holder ?? "service-desk");
  const closeCode = chance.pick([
    ["solved", 70],
    ["workaround", 18],
    ["not reproducible", 9],
    ["not in scope", 3],
  ] as const);
  const resolved = changed(history, now(history) + chance.whole(30, 400), { state: "Resolved", holder, closeCode });
  const { priority } = history.at(-1) as Snapshot;
  const isFinal = closeCode === "not in scope" || priority === "P1";
  if (isFinal || !chance.happens(0.045)) return closed(resolved);
  const told = after(officeHours, now(resolved) + chance.whole(3600, 300_000), chance.whole(60, 9000));
  const back = changed(resolved, told, { state: "In Progress", closeCode: "" });
  const again = after(hoursOf[priority], now(back), chance.around(5400, 0.8));
  return closed(changed(back, again, { state: "Resolved", closeCode }));
}

/** The tool closes what has been resolved for five days, in a run at seven minutes past each hour. */
export const closed = (history: readonly Snapshot[]): Snapshot[] =>
  changed(history, Math.ceil((now(history) + 432_000) / 3600) * 3600 + 427, { state: "Closed" });
