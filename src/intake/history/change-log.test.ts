import { describe, expect, test } from "vitest";
import { codes, log, story, take } from "../fixture/take.ts";

describe("a log of changes", () => {
  test("an incident from its creation: what the first row says holds from the opening, and only changes are events", async () => {
    const taken = await take([
      "I1,New,0,2/3/2026 09:00,2/3/2026 09:05,3 - Moderate,Desk",
      "I1,Active,1,2/3/2026 09:00,2/3/2026 09:30,3 - Moderate,Desk",
      "I1,Active,2,2/3/2026 09:00,2/3/2026 10:00,1 - Critical,Apps",
      "I1,Resolved,3,2/3/2026 09:00,2/3/2026 11:00,1 - Critical,Apps",
    ]);
    expect(story(taken, "I1")).toEqual([
      "09:00 opened (1)",
      "09:00 priority P3 (1)",
      "09:00 holder Desk (1)",
      "09:00 state new (1)",
      "09:30 state in progress (2)",
      "09:30 responded (2)",
      "10:00 priority P1 (3)",
      "10:00 holder Apps (3)",
      "11:00 state resolved (4)",
    ]);
    expect(codes(taken)).toEqual([]);
    expect(taken.account).toEqual({
      file: "log.csv",
      rows: 4,
      used: 4,
      repeated: 0,
      held: 0,
      left: 0,
      leftBecause: {},
    });
  });

  test("without its creation the history is incomplete: the state begins at the first row, and the response came by then", async () => {
    const taken = await take([
      "I1,Active,4,2/3/2026 09:00,2/3/2026 09:30,3 - Moderate,Desk",
      "I1,Waiting,5,2/3/2026 09:00,2/3/2026 10:00,3 - Moderate,Desk",
      "I1,Active,6,2/3/2026 09:00,2/3/2026 10:30,3 - Moderate,Desk",
    ]);
    expect(story(taken, "I1")).toEqual([
      "09:00 opened (1)",
      "09:00 history incomplete (1)",
      "09:00 priority P3 (1)",
      "09:00 holder Desk (1)",
      "09:30 state in progress (1)",
      "09:30 responded at the latest (1)",
      "10:00 state client-answer (2)",
      "10:30 state in progress (3)",
    ]);
    expect(codes(taken)).toEqual(["history-incomplete no creation 1"]);
  });

  test("several changes of one minute go by their order, wherever they stand in the file", async () => {
    const taken = await take([
      "I1,Resolved,2,2/3/2026 09:00,2/3/2026 09:30,3 - Moderate,Desk",
      "I1,New,0,2/3/2026 09:00,2/3/2026 09:00,3 - Moderate,Desk",
      "I1,Active,1,2/3/2026 09:00,2/3/2026 09:30,3 - Moderate,Desk",
    ]);
    expect(story(taken, "I1").slice(3)).toEqual([
      "09:00 state new (2)",
      "09:30 state in progress (3)",
      "09:30 responded (3)",
      "09:30 state resolved (1)",
    ]);
  });

  test("a stamp that order and file both contradict yields to them", async () => {
    const taken = await take([
      "I1,New,0,2/3/2026 09:00,2/3/2026 11:10,3 - Moderate,Desk", // after the row that follows it
      "I1,Resolved,1,2/3/2026 09:00,2/3/2026 11:03,3 - Moderate,Desk",
    ]);
    expect(story(taken, "I1").slice(3)).toEqual(["09:00 state new (1)", "11:03 state resolved (2)"]);
    expect(codes(taken)).toEqual(["stamp-after-next 1"]);
  });

  test("a state that says nothing is an event of its own and a finding; the state before it goes on", async () => {
    const taken = await take([
      "I1,New,0,2/3/2026 09:00,2/3/2026 09:00,3 - Moderate,Desk",
      "I1,-100,1,2/3/2026 09:00,2/3/2026 09:10,3 - Moderate,Desk",
      "I1,New,2,2/3/2026 09:00,2/3/2026 09:20,3 - Moderate,Desk",
    ]);
    expect(story(taken, "I1").slice(3)).toEqual(["09:00 state new (1)", "09:10 state unknown (2)"]);
    expect(codes(taken)).toEqual(["state-unknown -100 1"]);
  });

  test("a moment of every entering, and the opening that differs", async () => {
    const mapping = { ...log, moments: { reopened: { state: "in progress" } } };
    const taken = await take(
      [
        "I1,New,0,2/3/2026 09:00,2/3/2026 09:00,3 - Moderate,Desk",
        "I1,Active,1,2/3/2026 08:00,2/3/2026 09:10,3 - Moderate,Desk",
        "I1,Resolved,2,2/3/2026 09:00,2/3/2026 09:20,3 - Moderate,Desk",
        "I1,Active,3,2/3/2026 09:00,2/3/2026 09:30,3 - Moderate,Desk",
      ],
      mapping,
    );
    expect(story(taken, "I1").filter((line) => line.includes("opened"))).toEqual([
      "09:00 opened (1)",
      "09:10 reopened (2)",
      "09:30 reopened (4)",
    ]);
    expect(codes(taken)).toEqual(["opened-differs 1"]);
  });

  test("a row said again is counted and changes nothing", async () => {
    const rows = [
      "I1,New,0,2/3/2026 09:00,2/3/2026 09:00,3 - Moderate,Desk",
      "I1,Active,1,2/3/2026 09:00,2/3/2026 09:10,3 - Moderate,Desk",
    ];
    const once = await take(rows);
    const twice = await take([...rows, ...rows]);
    expect(twice.facts).toEqual(once.facts);
    expect(twice.account).toMatchObject({ rows: 4, used: 2, repeated: 2 });
  });

  test("two rows with one place in the order that differ are a finding, and both count", async () => {
    const taken = await take([
      "I1,New,0,2/3/2026 09:00,2/3/2026 09:00,3 - Moderate,Desk",
      "I1,Active,1,2/3/2026 09:00,2/3/2026 09:10,3 - Moderate,Desk",
      "I1,Active,1,2/3/2026 09:00,2/3/2026 09:20,1 - Critical,Desk",
    ]);
    expect(codes(taken)).toEqual(["order-said-twice 1"]);
    expect(taken.account.used).toBe(3);
  });
});

test("messages by client and supplier; an entry of nobody known holds the record", async () => {
  const talk = {
    tool: "mail",
    gives: "incidents",
    file: { kind: "csv" },
    stamps: { order: "year month day", time_zone: "Etc/UTC" },
    rows: "one per change",
    record: "id",
    happened: "at",
    messages: { by: "who", client: ["customer"], supplier: ["agent"], open: { column: "public", values: ["yes"] } },
  };
  const taken = await take(
    [
      "1,2026-03-01 09:00,customer,yes",
      "1,2026-03-01 09:30,agent,no",
      "1,2026-03-01 10:00,agent,yes",
      "2,2026-03-01 10:00,robot,yes",
    ],
    talk,
    "id,at,who,public",
  );
  expect(story(taken, "1").slice(1)).toEqual([
    "09:00 message by client (1)",
    "09:30 message by supplier, not open (2)",
    "10:00 message by supplier (3)",
  ]);
  expect(taken.account).toMatchObject({ used: 3, held: 1 });
});
