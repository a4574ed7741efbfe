import { describe, expect, test } from "vitest";
import { codes, header, learned, log, mappingOf, story, take } from "./fixture/take.ts";
import { takeIn } from "./intake.ts";

describe("what cannot be trusted is held", () => {
  test("a value that is neither listed nor covered holds the whole record", async () => {
    const taken = await take([
      "I1,New,0,2/3/2026 09:00,2/3/2026 09:00,3 - Moderate,Desk",
      "I1,Parked,1,2/3/2026 09:00,2/3/2026 09:10,9 - Odd,Desk",
      "I2,New,0,2/3/2026 09:00,2/3/2026 09:00,3 - Moderate,Desk",
    ]);
    expect(taken.facts.map(({ id }) => id)).toEqual(["I2"]);
    expect(taken.account).toMatchObject({ rows: 3, used: 1, held: 2 });
    expect(codes(taken)).toEqual(["value-not-listed state: Parked 1", "value-not-listed priority: 9 - Odd 1"]);
    expect(taken.findings[0]).toMatchObject({ record: "I1", source: { file: "log.csv", row: 2 } });
  });

  test("an impossible date holds its row and marks the record", async () => {
    const taken = await take([
      "I1,New,0,2/3/2026 09:00,2/3/2026 09:00,3 - Moderate,Desk",
      "I1,Active,1,2/3/2026 09:00,31/2/2026 09:10,3 - Moderate,Desk",
    ]);
    expect(taken.account).toMatchObject({ rows: 2, used: 1, held: 1 });
    expect(codes(taken)).toEqual(["no-such-date updated 1", "history-incomplete row held 1"]);
    expect(story(taken, "I1")).toContain("09:00 history incomplete (1)");
  });

  test("a shifted row, a cut row, a row without its record", async () => {
    const bytes = new TextEncoder().encode(
      `${header}\nI1,New,0,2/3/2026 09:00,2/3/2026 09:00,3 - Moderate,Desk,more\n,New,0,2/3/2026 09:00,2/3/2026 09:00,3 - Moderate,Desk\nI2,New,0,2/3`,
    );
    const taken = await takeIn({ source: { bytes, name: "log.csv" }, mapping: mappingOf(log), learned });
    expect(codes(taken)).toEqual(["row-shifted 1", "record-missing 1", "row-cut 1"]);
    expect(taken.findings.map(({ facts, source }) => `${source?.row} line ${facts.line}`)).toEqual([
      "1 line 2",
      "2 line 3",
      "3 line 4",
    ]);
    expect(taken.account).toMatchObject({ rows: 3, held: 3 });
  });

  test("a column renamed: the nearest is named, every row is held, nothing is guessed", async () => {
    const taken = await take(
      ["I1,New,0,2/3/2026 09:00,2/3/2026 09:00,3 - Moderate,Desk"],
      log,
      header.replace("updated", "update_d"),
    );
    expect(taken.facts).toEqual([]);
    expect(taken.account).toMatchObject({ rows: 1, held: 1 });
    expect(taken.findings[0]).toMatchObject({
      code: "column-absent",
      facts: { column: "updated", nearest: "update_d" },
    });
  });

  test("two columns of one name: an error where the mapping reads it, a note where not", async () => {
    const row = ["I1,New,0,2/3/2026 09:00,2/3/2026 09:00,3 - Moderate,Desk,x"];
    const read = await take(row, log, `${header},state`);
    expect(codes(read)).toContain("column-ambiguous state 1");
    expect(read.account).toMatchObject({ rows: 1, held: 1 });
    const notRead = await take(
      ["I1,New,0,2/3/2026 09:00,2/3/2026 09:00,3 - Moderate,Desk,x,y"],
      log,
      `${header},note,note`,
    );
    expect(codes(notRead)).toEqual(["column-twice note 1", "columns-not-read 1"]);
    expect(notRead.account).toMatchObject({ rows: 1, used: 1 });
  });
});

test("rows are left with a counted reason", async () => {
  const only = [
    { column: "group", is: ["Desk"], because: "other groups" },
    { column: "priority", is_not: ["1 - Critical"], because: "critical ones" },
  ];
  const taken = await take(
    [
      "I1,New,0,2/3/2026 09:00,2/3/2026 09:00,3 - Moderate,Desk",
      "I2,New,0,2/3/2026 09:00,2/3/2026 09:00,3 - Moderate,Apps",
      "I3,New,0,2/3/2026 09:00,2/3/2026 09:00,1 - Critical,Desk",
      "I4,New,0,2/1/2026 09:00,2/1/2026 09:00,3 - Moderate,Desk",
    ],
    { ...log, only_when: only, from: "2026-02-01" },
  );
  expect(taken.account).toMatchObject({ rows: 4, used: 1, left: 3 });
  expect(taken.account.leftBecause).toEqual({
    "other groups": 1,
    "critical ones": 1,
    "before 2026-02-01, where the mapping begins": 1,
  });
});

test("findings of one kind are counted to the last and kept to the hundredth", async () => {
  const rows = Array.from({ length: 250 }, (_, i) => `I${i},New,0,2/3/2026 09:00,31/2/2026 09:00,3 - Moderate,Desk`);
  const taken = await take(rows);
  expect(codes(taken)).toEqual(["no-such-date updated 250"]);
  expect(taken.findings.length).toBe(100);
});
