import { describe, expect, test } from "vitest";
import { writeProblem } from "../agreement/problem.ts";
import { readMappings } from "./read-mappings.ts";

const whole = `underpin: 1
part_of: harbour-mutual
mappings:
  incidents:
    tool: desk
    gives: incidents
    from: 2026-01-01
    file: {kind: csv, separator: comma, encoding: utf-8, missing: ["?", ""]}
    stamps: {order: day month year, time: 24 hours, time_zone: Europe/London, said_twice: first}
    rows: one per change
    record: number
    happened: updated
    in_order_of: count
    fields:
      opened: opened_at
      caller: {column: caller_id, personal: true}
      service: {column: category, values: {Claims: claims-platform}, others: workplace}
      priority: {column: priority, values: {1 - Critical: P1}}
    states:
      column: state
      values:
        New: new
        Active: in progress
        Awaiting User Info: {waiting: client-answer}
        "-100": unknown
    moments:
      responded: {first: in progress}
    ignore: [made_sla, active]
`;

test("the mapping of the format's description is taken whole, defaults filled in", () => {
  const { mappings, problems } = readMappings({ name: "m.yaml", text: whole });
  expect(problems).toEqual([]);
  const mapping = mappings.incidents;
  expect(mapping?.stamps.skipped).toBe("shifted");
  expect(mapping?.first_row).toBe("creation if new");
  expect(mapping?.fields.caller).toEqual({ column: "caller_id", personal: true });
  expect(mapping?.states?.values["Awaiting User Info"]).toEqual({ waiting: "client-answer" });
});

/** One word exchanged in the whole mapping, and what is said of it. */
const mistakes: readonly (readonly [string, string, string, string])[] = [
  [
    "in_order_of: count",
    "in_order_off: count",
    "13:5  mappings.incidents.in_order_off",
    "unknown-field: 'in_order_off' is not a field of a mapping at this place. Did you mean 'in_order_of'?",
  ],
  [
    "day month year",
    "day month yaer",
    "9:21  mappings.incidents.stamps.order",
    "unknown-word: 'day month yaer' is not known here. Did you mean 'day month year'?",
  ],
  [
    "Active: in progress",
    "Active: in progres",
    "23:17  mappings.incidents.states.values.Active",
    "unknown-word: 'in progres' is not known here. Did you mean 'in progress'?",
  ],
  [
    "{waiting: client-answer}",
    "{wating: client-answer}",
    "24:30  mappings.incidents.states.values.Awaiting User Info.wating",
    "unknown-field: 'wating' is not a field of a mapping at this place. Did you mean 'waiting'?",
  ],
  [
    "{first: in progress}",
    "{first: in work}",
    "27:26  mappings.incidents.moments.responded.first",
    "unknown-state: 'in work' is no state of this mapping. Write one of: new, in progress, resolved, closed, cancelled, merged, unknown, client-answer, New, Active, Awaiting User Info, -100.",
  ],
  [
    "responded: {first",
    "respondet: {first",
    "27:7  mappings.incidents.moments.respondet",
    "unknown-field: 'respondet' is not a field of a mapping at this place. Did you mean 'responded'?",
  ],
  [
    "    happened: updated\n",
    "",
    "4:3  mappings.incidents.happened",
    "field-missing: rows 'one per change' need the stamp of the row. Add 'happened', its column.",
  ],
  ["    tool: desk\n", "", "4:3  mappings.incidents", "missing-field: 'tool' is not written. Add 'tool'."],
  [
    "[made_sla, active]",
    "[made_sla, number]",
    "28:24  mappings.incidents.ignore.1",
    "used-and-ignored: 'number' is used by this mapping. Remove it from 'ignore'.",
  ],
  [
    "2026-01-01",
    "2026-02-30",
    "7:11  mappings.incidents.from",
    "no-such-date: '2026-02-30' is not a date. Write it like 2026-10-01.",
  ],
  [
    "personal: true",
    "personal: maybe",
    "16:45  mappings.incidents.fields.caller.personal",
    "unknown-word: 'maybe' is not known here. Write one of: true, false.",
  ],
];

describe("every word is checked, with its place and the way out", () => {
  test.each(mistakes)("%s → %s", (right, wrong, place, says) => {
    const { mappings, problems } = readMappings({ name: "m.yaml", text: whole.replace(right, wrong) });
    expect(mappings).toEqual({});
    expect(problems.map(writeProblem)).toEqual([`m.yaml:${place}\n  ${says}`]);
  });
});

test("a file that is no mapping, no YAML or nothing at all is a problem, never an exception", () => {
  for (const text of [
    "",
    "a: [",
    "underpin: 2\nmappings: {}",
    "mappings: [1]",
    "underpin: 1\nmappings: {a: &x {}, b: *x}",
  ]) {
    expect(readMappings({ name: "m.yaml", text }).problems.length).toBeGreaterThan(0);
  }
});
