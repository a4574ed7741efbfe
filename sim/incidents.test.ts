import { describe, expect, test } from "vitest";
import { changesOf } from "./changes.ts";
import type { Incident, Snapshot } from "./incident.ts";
import { incidentsOf } from "./incidents.ts";
import { dayAt, stamp, when } from "./london.ts";
import { outagesOf } from "./outages.ts";
import { chanceOf } from "./random.ts";
import { end, monthAt, months } from "./term.ts";
import { isDayOff } from "./working-hours.ts";

const seeds = [1, 20_250_101, 99];

const made = new Map<number, readonly Incident[]>();

function incidentsFor(seed: number): readonly Incident[] {
  const known = made.get(seed) ?? allFor(seed);
  made.set(seed, known);
  return known;
}

const allFor = (seed: number): readonly Incident[] =>
  incidentsOf(chanceOf(seed, "incidents"), outagesOf(chanceOf(seed, "outages"), changesOf(chanceOf(seed, "changes"))));

/** States in which nobody works on an incident any more. */
const over = ["Closed", "Closed Duplicate", "Cancelled"];

/** What is odd about a history; nothing for one that a tool could have written. */
function oddities({ opened, history }: Incident): string[] {
  const [first, last] = [history[0], history.at(-1)];
  const found: string[] = [];
  if (first?.state !== "New" || first.at !== opened) found.push("does not begin with its opening");
  if (!over.includes(last?.state ?? "")) found.push("never ends");
  return [...found, ...history.flatMap((each, index) => odditiesAt(each, history[index - 1] ?? null))];
}

function odditiesAt(now: Snapshot, before: Snapshot | null): string[] {
  const found: string[] = [];
  if (!Number.isInteger(now.at)) found.push("not a whole second");
  if (before === null) return found;
  if (now.at <= before.at) found.push("not after the change before");
  if (over.includes(before.state)) found.push("goes on after its end");
  if (now.state === "Closed" && before.state !== "Resolved") found.push("closed without being resolved");
  if (now.state === "New") found.push("new again");
  const isSettled = ["Resolved", ...over].includes(now.state);
  if (isSettled !== (now.closeCode !== "")) found.push("a close code too many or too few");
  return found;
}

describe("incidents", () => {
  test.each(seeds)("every history is one that a tool could have written (seed %i)", (seed) => {
    const odd = incidentsFor(seed).flatMap((each) => oddities(each).map((what) => `${each.number}: ${what}`));
    expect(odd).toEqual([]);
  });

  test("numbers are used once, and a duplicate names an earlier incident of its service", () => {
    const incidents = incidentsFor(1);
    const byNumber = new Map(incidents.map((each) => [each.number, each]));
    expect(byNumber.size).toBe(incidents.length);
    const duplicates = incidents.filter(({ parent }) => parent !== "");
    expect(duplicates.length).toBeGreaterThan(30);
    for (const { parent, opened, service } of duplicates) {
      expect(byNumber.get(parent)?.service).toBe(service);
      expect(byNumber.get(parent)?.opened).toBeLessThanOrEqual(opened);
    }
  });

  test.each(seeds)("about 530 a month, most of them on working days (seed %i)", (seed) => {
    const incidents = incidentsFor(seed);
    for (let month = 0; month < months; month += 1) {
      const count = incidents.filter(({ opened }) => monthAt(opened) === month).length;
      expect(count).toBeGreaterThan(400);
      expect(count).toBeLessThan(680);
    }
    const offDays = incidents.filter(({ opened }) => isDayOff(dayAt(opened))).length;
    expect(offDays / incidents.length).toBeLessThan(0.12);
  });

  test("waits, hand-overs, reopenings, changes of priority and duplicates all occur", () => {
    const shares = (has: (history: readonly Snapshot[]) => boolean): number =>
      incidentsFor(1).filter(({ history }) => has(history)).length / incidentsFor(1).length;
    const changes = (key: "holder" | "priority") => (history: readonly Snapshot[]) =>
      new Set(history.map((each) => each[key])).size > 1;
    const state = (word: Snapshot["state"]) => (history: readonly Snapshot[]) =>
      history.some((each) => each.state === word);
    const reopened = (history: readonly Snapshot[]): boolean =>
      history.some((each, index) => each.state === "In Progress" && history[index - 1]?.state === "Resolved");
    expect(shares(changes("holder"))).toBeGreaterThan(0.3);
    expect(shares(changes("priority"))).toBeGreaterThan(0.02);
    expect(shares(state("Awaiting User"))).toBeGreaterThan(0.1);
    expect(shares(state("Closed Duplicate"))).toBeGreaterThan(0.01);
    expect(shares(reopened)).toBeGreaterThan(0.025);
  });

  test.each(seeds)(
    "the storage fault of 14 January is one critical incident, reopened once, whatever the seed (%i)",
    (seed) => {
      const found = incidentsFor(seed).find(({ number }) => number === "INC250114901");
      const states = found?.history.map(({ state }) => state) ?? [];
      expect(states.filter((state) => state === "Resolved")).toHaveLength(2);
      expect(found?.history.every(({ priority }) => priority === "P1")).toBe(true);
      const repaired = found?.history.findLast(({ state }) => state === "Resolved")?.at ?? 0;
      // back at 16:55, six hours and forty-one minutes after it began
      expect(repaired).toBeGreaterThan(when("2025-01-14 16:55"));
      expect(stamp(repaired).slice(0, 13)).toBe("2025-01-14 17");
    },
  );

  test("some are still open at the end of the term, for clocks to run on", () => {
    const open = incidentsFor(1).filter(
      ({ history }) => (history.findLast(({ at }) => at < end)?.state ?? "") !== "Closed",
    );
    expect(open.length).toBeGreaterThan(20);
  });
});
