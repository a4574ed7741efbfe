import { describe, expect, test } from "vitest";
import { codes, story, take } from "../fixture/take.ts";

describe("one row a record", () => {
  const requests = {
    tool: "desk",
    gives: "requests",
    file: { kind: "csv" },
    stamps: { order: "day month year", time_zone: "Etc/UTC" },
    rows: "one per record",
    record: "id",
    happened: "updated",
    fields: { opened: "opened", offering: "type" },
    states: {
      column: "state",
      values: { Open: "new", Waiting: { waiting: "client-answer" }, Done: "closed", Dropped: "cancelled" },
    },
    moments: { due: { column: "due" }, fulfilled: { column: "done" } },
  };
  const head = "id,state,type,opened,due,done,updated";

  test.each([
    [
      "fulfilled and closed",
      "R1,Done,Laptop,2/3/2026 09:00,2/3/2026 17:00,2/3/2026 12:00,2/3/2026 13:00",
      ["09:00 state new (1)", "12:00 state closed (1)"],
      [],
    ],
    [
      "withdrawn",
      "R1,Dropped,Laptop,2/3/2026 09:00,2/3/2026 17:00,2/3/2026 12:00,2/3/2026 13:00",
      ["09:00 state new (1)", "12:00 state cancelled (1)"],
      [],
    ],
    [
      "waiting since its last update at the latest",
      "R1,Waiting,Laptop,2/3/2026 09:00,2/3/2026 17:00,,2/3/2026 13:00",
      ["09:00 state new (1)", "13:00 state client-answer (1)"],
      ["state-since-row Waiting 1"],
    ],
    [
      "closed, but nobody knows when",
      "R1,Done,Laptop,2/3/2026 09:00,2/3/2026 17:00,,",
      ["09:00 state new (1)"],
      ["state-without-stamp Done 1"],
    ],
    [
      "done before it was opened",
      "R1,Done,Laptop,2/3/2026 09:00,,2/3/2026 08:00,2/3/2026 09:00",
      ["08:00 state resolved (1)", "09:00 state new (1)", "09:00 state closed (1)"],
      ["ends-before-it-begins fulfilled 1", "state-since-row Done 1"],
    ],
  ])("%s", async (_name, row, states, findings) => {
    const taken = await take([row], requests, head);
    expect(story(taken, "R1").filter((line) => line.includes("state"))).toEqual(states);
    expect(codes(taken).filter((code) => !code.startsWith("state-without-stamp Open"))).toEqual(findings);
  });

  test("the due date is a moment of its own", async () => {
    const taken = await take(["R1,Open,Laptop,2/3/2026 09:00,2/3/2026 17:00,,"], requests, head);
    expect(story(taken, "R1")).toContain("17:00 due (1)");
  });

  test("of two rows of one record the newer is taken; where nothing says which, the record is held", async () => {
    const newer = await take(
      [
        "R1,Open,Laptop,2/3/2026 09:00,,,2/3/2026 09:00",
        "R1,Done,Laptop,2/3/2026 09:00,,2/3/2026 10:00,2/3/2026 10:00",
      ],
      requests,
      head,
    );
    expect(newer.account).toMatchObject({ rows: 2, used: 1, left: 1 });
    const unclear = await take(
      ["R1,Open,Laptop,2/3/2026 09:00,,,", "R1,Done,Laptop,2/3/2026 09:00,,2/3/2026 10:00,"],
      requests,
      head,
    );
    expect(unclear.account).toMatchObject({ rows: 2, held: 2 });
    expect(codes(unclear)).toContain("record-said-twice 1");
  });
});

test("samples of one series: a value each, exact as written; two at one stamp are found", async () => {
  const samples = {
    tool: "monitor",
    gives: "samples",
    file: { kind: "csv", missing: ["null"] },
    stamps: { order: "year month day", time_zone: "Etc/UTC" },
    rows: "one per sample",
    record: { file_name: "without endings" },
    happened: "at",
    value: "cpu",
  };
  const taken = await take(
    [
      "2026-03-01 00:05,0.10",
      "2026-03-01 00:00,1e-5",
      "2026-03-01 00:05,7",
      "2026-03-01 00:10,null",
      "2026-03-01 00:15,much",
    ],
    samples,
    "at,cpu",
  );
  expect(story(taken, "log")).toEqual([
    "00:00 metric log (2)",
    "00:00 value 1e-5 (2)",
    "00:05 value 0.10 (1)",
    "00:05 value 7 (3)",
    "00:10 value null (4)",
  ]);
  expect(codes(taken)).toEqual(["not-a-number cpu 1", "stamp-said-twice 1"]);
  expect(taken.account).toMatchObject({ rows: 5, used: 4, held: 1 });
});
