import { describe, expect, test } from "vitest";
import { type Story, story } from "../../../scripts/support/clock-story.ts";

describe("relief that takes out time", () => {
  const relieved = (relief: readonly string[], events: Story["events"] = []): Story => ({
    hours: "Mon-Fri 09:00-17:00",
    target: "4h",
    relief,
    events: [["Mon 09:00", "opened"], ...events],
  });

  test("is not counted, and the due instant moves by its service time", () => {
    const told = story(relieved(["Mon 10:00 / Mon 12:00"]));
    expect(told.at("Mon 13:00")).toMatchObject({ elapsed: "2h", due: "Mon 15:00" });
    expect(told.segments("Mon 13:00")).toEqual([
      "Mon 09:00 - Mon 10:00 running 1h (open)",
      "Mon 10:00 - Mon 12:00 relieved 0s (relieved)",
      "Mon 12:00 - Mon 13:00 running 1h (open)",
    ]);
  });

  test.each([
    // at 11:00, within the relief, 3 h are left from 12:00 on; a second span of an hour lies ahead
    ["Mon 09:30", "Mon 15:00"],
    ["Mon 11:00", "Mon 15:00"],
    ["Mon 12:30", "Mon 15:00"],
  ])("that was granted ahead moves it too: asked at %s", (when, due) => {
    expect(story(relieved(["Mon 10:00 / Mon 12:00"])).at(when).due).toBe(due);
    expect(story(relieved(["Mon 10:00 / Mon 12:00", "Mon 14:00 / Mon 14:30"])).at(when).due).toBe("Mon 15:30");
  });

  test("keeps a clock running in name", () => {
    expect(story(relieved(["Mon 10:00 / Mon 12:00"])).at("Mon 11:00").state).toBe("running");
  });

  test("over a pause or out of hours takes nothing out twice", () => {
    const told = story(
      relieved(
        ["Mon 10:00 / Tue 09:30"],
        [
          ["Mon 11:00", "waiting for client"],
          ["Tue 09:00", "working"],
        ],
      ),
    );
    expect(told.at("Tue 10:00").elapsed).toBe("1h 30m"); // Monday 09:00 to 10:00, Tuesday 09:30 to 10:00
  });

  test("no miss lies within it", () => {
    const told = story(relieved(["Mon 13:00 / Mon 16:00"]));
    expect(told.at("Mon 16:00").missed).toBeNull();
    expect(told.at("Mon 17:00").missed).toBe("Mon 16:00");
  });
});

describe("a record of another agreement for a while (semantics 15)", () => {
  /** Theirs from 11:00 to 14:00. */
  const moved = (on_transfer: "to the new agreement" | "starts afresh" | "stays" | "split by time"): Story => ({
    target: "4h",
    rules: { on_transfer },
    elsewhere: ["Mon 11:00 / Mon 14:00"],
    events: [["Mon 09:00", "opened"]],
  });

  test.each([
    ["to the new agreement", { elapsed: "6h", judged: ["missed Mon 13:00 over target"] }], // the whole time
    ["stays", { elapsed: "6h", judged: ["missed Mon 13:00 over target"] }],
    ["split by time", { elapsed: "3h", judged: [], due: "Mon 16:00" }], // 2 h before, 1 h after
    ["starts afresh", { elapsed: "1h", judged: [], due: "Mon 18:00", started: "Mon 14:00" }],
  ] as const)("%s", (on_transfer, expected) => {
    expect(story(moved(on_transfer)).at("Mon 15:00")).toMatchObject(expected);
  });

  test("while it is away the clock stands still", () => {
    expect(story(moved("split by time")).at("Mon 12:00")).toMatchObject({ state: "stopped", elapsed: "2h" });
  });

  test("split by time it is judged on its share when it leaves for good", () => {
    const told = story({ ...moved("split by time"), elsewhere: ["Mon 11:00 / Fri 09:00"] });
    expect(told.at("Tue 09:00").judged).toEqual(["met Mon 11:00 at 2h of 4h"]);
  });

  test("transferred, it is not judged here, nor before it came", () => {
    const away = story({ ...moved("starts afresh"), elsewhere: ["Mon 11:00 / Fri 09:00"] });
    expect(away.at("Tue 09:00").judged).toEqual([]);
    const came = story({
      ...moved("starts afresh"),
      elsewhere: ["Mon 09:00 / Mon 14:00"],
      events: [
        ["Mon 09:00", "opened"],
        ["Mon 15:00", "resolved"],
      ],
    });
    expect(came.at("Tue 09:00").judged).toEqual(["met Mon 15:00 at 1h of 4h"]);
  });

  test("a fresh start within a pause begins with the hand-over", () => {
    const told = story({
      ...moved("starts afresh"),
      events: [
        ["Mon 09:00", "opened"],
        ["Mon 10:00", "waiting for client"],
        ["Mon 15:00", "working"],
      ],
    });
    expect(told.at("Mon 16:00")).toMatchObject({ started: "Mon 14:00", elapsed: "1h" });
  });
});
