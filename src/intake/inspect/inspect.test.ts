import { describe, expect, test } from "vitest";
import { inspect } from "./inspect.ts";
import { emptyEvidence, orderOf, weigh } from "./stamp-evidence.ts";
import { guessPriority, guessState } from "./words.ts";

const look = (text: string, name = "Tickets 2026.csv") => inspect({ bytes: new TextEncoder().encode(text), name });

test("a list of tickets: separator, missing marks, order of stamps, roles, states with their counts", async () => {
  const { form, missing, stamps, rowsAre, yaml, problems, columns } = await look(
    [
      "Ticket ID;Status;Priority;Created;Resolved at;Requester;Group;Notes",
      "7;Solved;High;03/25/2026 10:00;03/25/2026 12:00;Quell;Desk;fixed",
      "8;On hold;Low;03/26/2026 10:00;?;Arden;Desk;",
      "9;New;Low;03/27/2026 10:00;?;Arden;?;",
      "",
    ].join("\n"),
  );
  expect([form.separator, missing, stamps.order, stamps.sure, rowsAre.value, problems]).toEqual([
    "semicolon",
    ["?"],
    "month day year",
    true,
    "one per record",
    [],
  ]);
  expect(columns.find(({ name }) => name === "Group")).toMatchObject({
    filled: { part: 2, whole: 3 },
    distinct: { count: 1, more: false },
    examples: ["Desk"],
    role: { role: "holder" },
  });
  expect(yaml).toBe(`underpin: 1
mappings:
  tickets-2026:
    tool: tickets-2026  # guess: name the tool that wrote the file
    gives: incidents  # guess: nothing in the file says what it holds
    file: {kind: csv, separator: semicolon, encoding: utf-8, missing: ["", "?"]}  # the header holds 8 columns when cut at the semicolon
    stamps: {order: month day year, time_zone: Etc/UTC}  # '03/25/2026 10:00' can only begin with the month; guess: the file names no zone, so write the one of the tool
    rows: one per record  # no value of 'Ticket ID' stands twice
    record: Ticket ID  # the id of the record
    fields:
      opened: Created
      caller: {column: Requester, personal: true}
      holder: Group
      priority:
        column: Priority
        values:
          Low: P4  # 2 rows, guess
          High: P2  # 1 rows, guess
    states:
      column: Status
      values:
        Solved: resolved  # 1 rows, guess
        On hold: {waiting: not-said}  # 1 rows, guess
        New: new  # 1 rows, guess
    moments:
      resolved: {column: Resolved at}
    ignore:
      - Notes
`);
});

test("names and values that YAML would misread are quoted, and the proposal is read back whole", async () => {
  const { mapping, problems } = await look(
    'id,"state: now",status,opened at\n1,x,"- yes: no #1",2026-03-01\n2,x,"null",2026-03-02\n3,y,true,2026-03-03\n',
  );
  expect(problems).toEqual([]);
  expect(Object.keys(mapping?.states?.values ?? {})).toEqual(["- yes: no #1", "true"]); // null is a mark for nothing known
  expect(mapping?.ignore).toEqual(["state: now"]);
});

describe("the order of stamps by evidence", () => {
  const order = (...texts: string[]) => {
    const evidence = emptyEvidence();
    for (const text of texts) weigh(evidence, text);
    const { order: found, time, sure } = orderOf([evidence]);
    return [found, time, sure];
  };
  test.each([
    [
      ["1/2/2016 01:16", "29/2/2016 01:16"],
      ["day month year", "24 hours", true],
    ],
    [
      ["1/2/2016 1:16 PM", "2/29/2016 1:16 AM"],
      ["month day year", "12 hours", true],
    ],
    [
      ["1/2/2016", "3/4/2016"],
      ["day month year", "24 hours", false],
    ],
    [
      ["29/2/2016", "2/29/2016"],
      ["day month year", "24 hours", false],
    ],
    [["2016-02-29 01:16:00"], ["year month day", "24 hours", true]],
    [["2016-02-29T01:16:00+01:00"], ["with offset", "24 hours", true]],
    [
      ["1456708560", "1456708561"],
      ["epoch seconds", "24 hours", true],
    ],
  ] as const)("%j", (texts, expected) => {
    expect(order(...texts)).toEqual(expected);
  });
});

test.each([
  ["Awaiting User Info", "{waiting: client-answer}"],
  ["Awaiting Vendor", "{waiting: vendor}"],
  ["Awaiting Assignment", "new"],
  ["Work in Progress", "in progress"],
  ["Solved", "resolved"],
  ["Closed Incomplete", "closed"],
  ["Canceled", "cancelled"],
  ["-100", null],
])("the state of %s is guessed as %s", (word, expected) => {
  expect(guessState(word)).toBe(expected);
});

test.each([
  ["1 - Critical", "P1"],
  ["P3", "P3"],
  ["sev 2", "P2"],
  ["Urgent", "P1"],
  ["3 high", "P2"],
  ["Odd", null],
])("the priority of %s is guessed as %s", (word, expected) => {
  expect(guessPriority(word)).toBe(expected);
});
