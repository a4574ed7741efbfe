import { describe, expect, test } from "vitest";
import { callsOf } from "./calls.ts";
import { changesOf } from "./changes.ts";
import { deliveriesOf } from "./deliveries.ts";
import { incidentsOf } from "./incidents.ts";
import { dayAt, when } from "./london.ts";
import { outagesOf } from "./outages.ts";
import { problemsOf } from "./problems.ts";
import { chanceOf } from "./random.ts";
import { requestsOf } from "./requests.ts";
import { samplesOf } from "./samples.ts";
import { toldOutages } from "./story.ts";
import { surveysOf } from "./surveys.ts";
import { end, months } from "./term.ts";
import { isDayOff } from "./working-hours.ts";

const changes = changesOf(chanceOf(4, "changes"));
const outages = outagesOf(chanceOf(4, "outages"), changes);
const incidents = incidentsOf(chanceOf(4, "incidents"), outages);
const aMonth = (all: readonly unknown[]): number => all.length / months;

/** True where each number is at least the one before. */
const rises = (numbers: readonly number[]): boolean =>
  numbers.every((each, index) => each >= (numbers[index - 1] ?? each));

describe("changes", () => {
  test("about 55 a month, each step after the one before", () => {
    expect(aMonth(changes)).toBeGreaterThan(50);
    expect(aMonth(changes)).toBeLessThan(65);
    for (const { requested, approved, planned, started, implemented, reviewed } of changes)
      expect(rises([requested, approved, planned, started, implemented, reviewed])).toBe(true);
  });

  test("a change that went well caused no incident", () => {
    expect(changes.filter(({ outcome, incidents }) => outcome === "Successful" && incidents > 0)).toEqual([]);
  });

  test("work in a window is announced ten working days before", () => {
    const planned = changes.filter(({ isMaintenance }) => isMaintenance);
    expect(planned.length).toBeGreaterThan(40);
    for (const { announced, planned: start } of planned) {
      const days = Array.from({ length: dayAt(start) - dayAt(announced) }, (_, index) => dayAt(announced) + index + 1);
      expect(days.filter((day) => !isDayOff(day as ReturnType<typeof dayAt>)).length).toBeGreaterThanOrEqual(10);
    }
  });
});

describe("outages", () => {
  test("each ends after it began, and those of the story are there to the second", () => {
    for (const { began, ended } of outages) expect(ended).toBeGreaterThan(began);
    for (const { id, began, ended } of toldOutages)
      expect(outages).toContainEqual(expect.objectContaining({ id, began, ended }));
  });

  test("planned work lies within its change", () => {
    for (const { began, ended, change } of outages.filter((each) => each.change !== null)) {
      expect(began).toBeGreaterThanOrEqual(change?.started ?? 0);
      expect(ended).toBeLessThanOrEqual(change?.implemented ?? 0);
    }
  });
});

describe("problems", () => {
  const problems = problemsOf(chanceOf(4, "problems"), incidents);

  test("every critical incident that was closed has one, and its steps follow each other", () => {
    const critical = incidents.filter(
      ({ history }) => history.at(-1)?.state === "Closed" && history.at(-1)?.priority === "P1",
    );
    expect(critical.length).toBeGreaterThan(15);
    const has = new Set(problems.map(({ incident }) => incident.number));
    expect(critical.filter(({ number }) => !has.has(number))).toEqual([]);
    for (const { incidentResolved, causeFound, reportDelivered, closed } of problems)
      expect(rises([incidentResolved, causeFound, reportDelivered, closed])).toBe(true);
  });
});

describe("requests", () => {
  const requests = requestsOf(chanceOf(4, "requests"));

  test("about 250 a month, approved where the offering asks for it", () => {
    expect(aMonth(requests)).toBeGreaterThan(220);
    expect(aMonth(requests)).toBeLessThan(280);
    for (const { offering, steps } of requests) {
      expect(rises(steps.map(({ at }) => at))).toBe(true);
      expect(steps.some(({ state }) => state === "Approved")).toBe(offering !== "software-install");
    }
  });
});

describe("calls", () => {
  const calls = callsOf(chanceOf(4, "calls"));

  test("about 950 a month, the most on Mondays", () => {
    expect(aMonth(calls)).toBeGreaterThan(880);
    expect(aMonth(calls)).toBeLessThan(1050);
    // 1970-01-05 was a Monday
    const ofWeekday = (weekday: number): number =>
      calls.filter(({ queued }) => (dayAt(queued) - 4) % 7 === weekday).length;
    for (let weekday = 1; weekday < 7; weekday += 1) expect(ofWeekday(0)).toBeGreaterThan(ofWeekday(weekday));
  });

  test("March 2025 keeps callers waiting, a year later no longer", () => {
    const inTime = (from: string, until: string): number => {
      const own = calls.filter(({ queued }) => queued >= when(from) && queued < when(until));
      return own.filter(({ waited, isAnswered }) => isAnswered && waited <= 30).length / own.length;
    };
    expect(inTime("2025-03-01 00:00", "2025-04-01 00:00")).toBeLessThan(0.78);
    expect(inTime("2026-03-01 00:00", "2026-04-01 00:00")).toBeGreaterThan(0.85);
  });
});

describe("surveys, samples and deliveries", () => {
  test("about 175 answers a month, from one to five", () => {
    const surveys = surveysOf(chanceOf(4, "surveys"), incidents);
    expect(aMonth(surveys)).toBeGreaterThan(150);
    expect(aMonth(surveys)).toBeLessThan(200);
    expect(new Set(surveys.map(({ score }) => score))).toEqual(new Set([1, 2, 3, 4, 5]));
  });

  test("a sample every quarter of an hour, but for the hours in which the collector was down", () => {
    const samples = samplesOf(chanceOf(4, "samples"));
    const blind = (from: string, until: string) =>
      samples.filter(({ at }) => at >= when(from) && at < when(until)).length;
    expect(blind("2024-11-02 22:00", "2024-11-03 07:00")).toBe(0);
    expect(blind("2025-11-14 18:10", "2025-11-16 20:00")).toBe(0);
    // 738 days of 96 samples and 6 h of 4 an hour, less 9 h and 49 h 50 min (36 and 199 samples); and few lost
    const whole = 738 * 96 + 24 - 36 - 199;
    expect(samples.length).toBeLessThanOrEqual(whole);
    expect(samples.length).toBeGreaterThan(whole * 0.998);
    expect(samples.every(({ used }) => used > 0.3 && used < 1)).toBe(true);
  });

  test("one report of twenty-four comes late, and every night has a backup", () => {
    const deliveries = deliveriesOf(chanceOf(4, "deliveries"));
    const reports = deliveries.filter(({ deliverable }) => deliverable === "monthly-report");
    expect(reports).toHaveLength(24);
    expect(reports.filter(({ due, delivered }) => delivered > due).map(({ id }) => id)).toEqual(["REP-10"]);
    expect(deliveries.length - reports.length).toBe(738);
    expect(deliveries.every(({ delivered }) => delivered < end)).toBe(true);
  });
});
