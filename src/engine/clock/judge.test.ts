import { describe, expect, test } from "vitest";
import { type Story, story } from "../../../scripts/support/clock-story.ts";

describe("a miss is latched (semantics 2)", () => {
  const late: Story = {
    target: "4h",
    events: [
      ["Mon 09:00", "opened"],
      ["Mon 15:00", "resolved"],
      ["Tue 09:00", "working"],
      ["Tue 10:00", "resolved"],
    ],
  };

  test("a reopening neither heals nor repeats it", () => {
    expect(story(late).at("Tue 09:00").judged).toEqual(["missed Mon 13:00 over target"]);
    expect(story(late).at("Wed 09:00").judged).toEqual(["missed Mon 13:00 over target, reopened"]);
  });

  test.each([
    ["stays missed", ["missed Mon 11:00 over target"]],
    ["judged again", ["met Mon 12:00 at 3h of 8h"]],
  ] as const)("a row that gives more time: %s", (missed_once, judged) => {
    const told = story({
      rows: { P1: "2h", P3: "8h" },
      rules: { missed_once },
      events: [
        ["Mon 09:00", "opened"],
        ["Mon 09:00", "P1"],
        ["Mon 11:30", "P3"],
        ["Mon 12:00", "resolved"],
      ],
    });
    expect(told.at("Tue 09:00").judged).toEqual(judged);
  });
});

describe("a clock that goes on after a reopening is judged again (semantics 52)", () => {
  test("in time, then in time at its next stop", () => {
    const told = story({
      target: "4h",
      events: [
        ["Mon 09:00", "opened"],
        ["Mon 10:00", "resolved"],
        ["Mon+1 09:00", "working"],
        ["Mon+1 10:00", "resolved"],
      ],
    });
    expect(told.at("Tue 09:00").judged).toEqual(["met Mon 10:00 at 1h of 4h"]);
    expect(told.at("Mon+1 09:30").judged).toEqual([]); // running
    expect(told.at("Tue+1 09:00").judged).toEqual(["met Mon+1 10:00 at 2h of 4h, reopened"]);
  });
});

describe("a clock with a due moment", () => {
  const delivery = (events: Story["events"], rules: Story["rules"] = {}): Story => ({
    target: "",
    clock: { starts: "opened", stops: "delivered", by: "due" },
    rules,
    events: [["Mon 09:00", "opened"], ["Wed 12:00", "moment due", { learned: "Mon 09:00" }], ...events],
  });

  test.each([
    ["Tue 09:00", {}, ["met Tue 09:00 at 24h of 51h"]],
    ["Wed 12:00", {}, ["met Wed 12:00 at 51h of 51h"]],
    ["Wed 12:00:01", {}, ["missed Wed 12:00 over target"]],
    ["Wed 12:00", { exactly_on_target: "missed" }, ["missed Wed 12:00 over target"]],
    ["Wed 11:59:59", { exactly_on_target: "missed" }, ["met Wed 11:59:59 at 50h 59m 59s of 51h"]],
  ] as const)("delivered %s %j", (when, rules, judged) => {
    const told = story({ ...delivery([[when, "moment delivered"]], rules), target: "1000h" });
    expect(told.at("Fri 09:00").judged).toEqual(judged);
  });

  test("not delivered", () => {
    const { at } = story({ ...delivery([]), target: "1000h" });
    expect(at("Wed 12:00")).toMatchObject({ due: "Wed 12:00", judged: [] });
    expect(at("Wed 12:01").judged).toEqual(["missed Wed 12:00 over target"]);
  });

  test("cancelled before it was due, it is not judged", () => {
    expect(story(delivery([["Tue 09:00", "cancelled"]])).at("Fri 09:00").judged).toEqual([]);
    expect(story(delivery([["Thu 09:00", "cancelled"]])).at("Fri 09:00").judged).toHaveLength(1);
  });

  test("without a due moment nothing is promised", () => {
    const told = story({
      ...delivery([]),
      events: [
        ["Mon 09:00", "opened"],
        ["Tue 09:00", "moment delivered"],
      ],
    });
    expect(told.at("Fri 09:00")).toMatchObject({ due: null, judged: [] });
  });

  test("due before it began, it is late from its beginning on", () => {
    const told = story({
      ...delivery([]),
      events: [
        ["Mon 09:00", "moment due"],
        ["Tue 09:00", "opened"],
        ["Wed 09:00", "moment delivered"],
      ],
    });
    expect(told.at("Fri 09:00").judged).toEqual(["missed Tue 09:00 over target"]);
  });

  test.each([
    ["follow", "met Wed 18:00 at 57h of 58h"], // put off to 19:00
    ["keep", "missed Wed 12:00 over target"],
  ] as const)("a due date corrected on Tuesday: %s", (on_corrected_date, judged) => {
    const told = story(
      delivery(
        [
          ["Wed 19:00", "moment due", { learned: "Tue 09:00" }],
          ["Wed 18:00", "moment delivered"],
        ].map((each) => each as never),
        {
          on_corrected_date,
        },
      ),
    );
    expect(told.at("Fri 09:00").judged).toEqual([judged]);
  });
});
