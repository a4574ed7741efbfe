import { type Course, changed, now, type Priority, type Snapshot, sites } from "./incident.ts";
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
    ["P1", way.service === "workplace" ? 0 : 0.8],
    ["P2", 9],
    ["P3", 55],
    ["P4", 35],
  ] as const);
  const contact = chance.pick([
    ["Phone", 44],
    ["Portal", 38],
    ["Email", 18],
  ] as const);
  const start: Snapshot = { at: opened, state: "New", priority, holder: "service-desk", component: "", closeCode: "" };
  const caller = `MHT-${String(chance.whole(1, 640)).padStart(4, "0")}`;
  const history = answered(chance, [start], contact);
  return {
    opened,
    service: way.service,
    site: chance.pick(sites),
    contact,
    caller,
    history: worked(chance, history, way),
  };
}

function answered(chance: Chance, history: readonly Snapshot[], contact: Course["contact"]): Snapshot[] {
  const { at, priority } = history[0] as Snapshot;
  const hours = hoursOf[priority];
  if (contact === "Phone") return changed(history, after(hours, at, chance.whole(5, 150)), { state: "In Progress" });
  const taken = chance.around(0.35, 0.7) * factor("service-desk", at) * response[priority] * 3600;
  return changed(history, after(hours, at, taken), { state: "In Progress" });
}

function worked(chance: Chance, answeredHistory: readonly Snapshot[], way: Way): Snapshot[] {
  if (chance.happens(0.015))
    return changed(answeredHistory, now(answeredHistory) + 900, { state: "Cancelled", closeCode: "raised in error" });
  if (chance.happens(0.02))
    return changed(answeredHistory, now(answeredHistory) + 1200, { state: "Closed Duplicate", closeCode: "duplicate" });
  const repaired = way.legs.reduce<readonly Snapshot[]>((history, leg, index) => {
    const handed = index === 0 ? history : handOver(history, leg, way.component);
    return through(chance, repriced(chance, handed, index), leg);
  }, answeredHistory);
  return ended(chance, repaired, way);
}

function handOver(history: readonly Snapshot[], { holder }: Leg, component: string): Snapshot[] {
  const state = holder === "quillnet" || holder === "oakrack" ? "Awaiting Vendor" : "In Progress";
  return changed(history, now(history), { holder, component, state });
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
  const seconds = chance.around(0.34, 0.62) * factor(leg.holder, now(history)) * leg.given[priority] * 3600;
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

function ended(chance: Chance, history: readonly Snapshot[], way: Way): Snapshot[] {
  const holder = way.legs.length > 2 ? "platform" : (history.at(-1)?.holder ?? "service-desk");
  const closeCode = chance.pick([
    ["solved", 70],
    ["workaround", 18],
    ["not reproducible", 9],
    ["not in scope", 3],
  ] as const);
  const resolved = changed(history, now(history) + chance.whole(30, 400), { state: "Resolved", holder, closeCode });
  if (!chance.happens(0.04)) return closed(resolved);
  const back = changed(resolved, now(resolved) + chance.whole(7200, 330_000), { state: "In Progress", closeCode: "" });
  const { priority } = history.at(-1) as Snapshot;
  const again = after(hoursOf[priority], now(back), chance.around(5400, 0.8));
  return closed(changed(back, again, { state: "Resolved", closeCode }));
}

/** The tool closes what has been resolved for five days. */
export const closed = (history: readonly Snapshot[]): Snapshot[] =>
  changed(history, now(history) + 432_000, { state: "Closed" });
