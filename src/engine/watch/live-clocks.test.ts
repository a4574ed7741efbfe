import { describe, expect, test } from "vitest";
import type { Story } from "../../../scripts/support/clock-story.ts";
import { live } from "../../../scripts/support/live-story.ts";
import { fraction } from "../number/fraction.ts";

const office = "Mon-Fri 09:00-17:00";

describe("4 hours over a night", () => {
  // 2 h until the close are half of them; 3 h are up on Tuesday 10:00, 3 h 36 m at 10:36, all 4 h at 11:00
  const told: Story = { hours: office, target: "4h", events: [["Mon 15:00", "opened"]] };
  const all = ["1: 50% Mon 17:00", "1: 75% Tue 10:00", "1: 90% Tue 10:36", "1: missed Tue 11:00"];

  test.each([
    ["Mon 15:00", 0, { next: "50% Mon 17:00", elapsed: "0s", outOfHours: null }],
    ["Mon 16:59:59", 0, { next: "50% Mon 17:00" }],
    ["Mon 17:00", 1, { next: "75% Tue 10:00", elapsed: "2h", outOfHours: "Mon 17:00 - Tue 09:00" }],
    ["Tue 08:59:59", 1, { outOfHours: "Mon 17:00 - Tue 09:00" }],
    ["Tue 09:00", 1, { outOfHours: null }],
    ["Tue 10:36", 3, { next: "missed Tue 11:00", isLate: false }],
    ["Tue 11:00", 4, { next: null, isLate: true, elapsed: "4h" }],
  ] as const)("%s", (when, passed, expected) => {
    expect(live(told, when)).toMatchObject({ ...expected, passed: all.slice(0, passed), ahead: all.slice(passed) });
  });

  test("used up at the close, missed at the next opening", () => {
    expect(live({ ...told, events: [["Mon 13:00", "opened"]] }, "Mon 17:00")?.next).toBe("missed Tue 09:00");
  });
});

test("a threshold is a whole number of seconds, not below the share", () => {
  // half of 7 s are 3.5 s, three quarters 5.25 s, nine tenths 6.3 s; the miss is the second that begins after the 7th
  expect(live({ target: "7s", events: [["Mon 09:00", "opened"]] }, "Mon 09:00")?.ahead).toEqual([
    ...["1: 50% Mon 09:00:04", "1: 75% Mon 09:00:06", "1: 90% Mon 09:00:07", "1: missed Mon 09:00:07"],
  ]);
});

describe("4 hours over a clock change", () => {
  const hours = { hours: "every day 00:00-24:00", zone: "Europe/Berlin" };

  test.each([
    // 23:30 + 2 h = 01:30; 3 h are up at 03:30, since 02:00 is 03:00
    ["2026-03-28 23:30", ["01:30", "03:30", "04:06", "04:30"], "2026-03-29"],
    // 3 h are up at the first 02:30, 3 h 36 m at the second 02:06, 4 h at the second 02:30
    ["2026-10-24 23:30", ["01:30", "02:30", "02:06", "02:30"], "2026-10-25"],
  ])("from %s", (opened, times, day) => {
    const ids = ["50%", "75%", "90%", "missed"];
    expect(live({ hours, target: "4h", events: [[opened, "opened"]] }, opened)?.ahead).toEqual(
      times.map((time, index) => `1: ${ids[index]} ${day} ${time}`),
    );
  });
});

describe("waiting", () => {
  const told: Story = {
    target: "4h",
    events: [
      ["Mon 09:00", "opened"],
      ["Mon 10:30", "waiting for client"], // 1 h 30 m used
      ["Mon 14:00", "working"],
    ],
  };

  test("for the client, nothing comes by itself", () => {
    const waits = { ...told, events: told.events.slice(0, 2) };
    const pausedBy = { bearer: "client", because: "client" };
    expect(live(waits, "Tue 12:00")).toMatchObject({ state: "paused", pausedBy, next: null, ahead: [], passed: [] });
  });

  test("and on: half an hour is left to 2 h", () => {
    expect(live(told, "Mon 14:00")).toMatchObject({ state: "running", pausedBy: null, next: "50% Mon 14:30" });
  });

  test("with an end of its own, the clock runs on at it", () => {
    const ends = { ...told, endsAfter: { client: "2h" }, events: told.events.slice(0, 2) };
    // on from 12:30 with 1 h 30 m used
    expect(live(ends, "Mon 11:00")).toMatchObject({
      next: "turn Mon 12:30",
      ahead: { 0: "1: 50% Mon 13:00", length: 4 },
    });
    expect(live(ends, "Mon 12:30")).toMatchObject({ state: "running", next: "50% Mon 13:00" });
  });
});

describe("reopened", () => {
  const until = (resolved: string): Story => ({
    target: "4h",
    events: [
      ["Mon 09:00", "opened"],
      [resolved, "resolved"],
      ["Mon 15:00", "working"],
    ],
  });

  test("what is used up then is told again, in a cycle of its own", () => {
    // 3 h 10 m were used: 26 m to 90 %, 50 m to the target
    expect(live(until("Mon 12:10"), "Mon 14:00")).toMatchObject({ state: "stopped", cycle: 1, next: null });
    expect(live(until("Mon 12:10"), "Mon 15:00")).toMatchObject({
      cycle: 2,
      passed: ["1: 50% Mon 11:00", "1: 75% Mon 12:00", "2: 50% Mon 15:00", "2: 75% Mon 15:00"],
      ahead: ["2: 90% Mon 15:26", "2: missed Mon 15:50"],
    });
  });

  test("a miss is told once", () => {
    const passed = ["1: 50% Mon 11:00", "1: 75% Mon 12:00", "1: 90% Mon 12:36", "1: missed Mon 13:00"];
    expect(live(until("Mon 13:30"), "Mon 16:00")).toMatchObject({ cycle: 2, isLate: true, passed, next: null });
  });

  test("so is what lies beyond the target", () => {
    const warnings = [100, 125, 200].map(
      (percent) => ({ at: { kind: "share used", share: fraction(percent, 100) }, tell: [] }) as const,
    );
    expect(live({ ...until("Mon 14:30"), warnings }, "Mon 16:00")).toMatchObject({
      passed: ["1: 100% Mon 13:00", "1: missed Mon 13:00", "1: 125% Mon 14:00"],
      ahead: ["2: 200% Mon 17:30"], // 5 h 30 m were used
    });
  });

  test("with a fresh clock, everything comes again", () => {
    const fresh = { ...until("Mon 13:30"), rules: { on_reopen: "restart" } } as const;
    expect(live(fresh, "Mon 15:00")).toMatchObject({ cycle: 2, isLate: false, elapsed: "0s", next: "50% Mon 17:00" });
  });
});

describe("closed time that counts", () => {
  const told: Story = {
    target: "4h",
    rules: { on_reopen: "count the closed time" },
    events: [
      ["Mon 09:00", "opened"],
      ["Mon 10:00", "resolved"],
      ["Mon 11:30", "closed"],
      ["Mon 12:00", "working"], // 3 h are used now, 2 of them while nobody could know
    ],
  };

  test("is told of at the reopening that made it count", () => {
    expect(live(told, "Mon 11:59")).toMatchObject({ passed: [], next: null });
    expect(live(told, "Mon 12:00")).toMatchObject({
      passed: ["2: 50% Mon 12:00", "2: 75% Mon 12:00"],
      next: "90% Mon 12:36",
    });
  });
});

test("a wait that is known before it begins", () => {
  const events = [
    ["Mon 09:00", "opened"],
    ["Mon 12:30", "waiting for client", { learned: "Mon 09:00" }],
  ] as const;
  // 3 h 30 m are used when it begins, 6 m less than nine tenths
  expect(live({ target: "4h", events }, "Mon 10:00")?.ahead).toEqual(["1: 50% Mon 11:00", "1: 75% Mon 12:00"]);
  expect(live({ target: "4h", events }, "Mon 12:15")?.next).toBe("turn Mon 12:30");
});

test("opened out of hours, a clock stands still since then", () => {
  const told: Story = { hours: office, target: "4h", events: [["Mon 20:00", "opened"]] };
  expect(live(told, "Mon 21:00")?.outOfHours).toBe("Mon 20:00 - Tue 09:00");
});

describe("a change of priority", () => {
  const told: Story = {
    rows: { P1: "4h", P3: "16h" },
    events: [
      ["Mon 09:00", "opened"],
      ["Mon 09:00", "P3"],
      ["Mon 14:00", "P1"], // 5 h used: of 16 h none of the marks, of 4 h all
    ],
  };

  test("makes it late at once, at its own instant", () => {
    expect(live(told, "Mon 13:59:59")).toMatchObject({ passed: [], next: "50% Mon 17:00" });
    const passed = ["1: 50% Mon 14:00", "1: 75% Mon 14:00", "1: 90% Mon 14:00", "1: missed Mon 14:00"];
    expect(live(told, "Mon 14:00")).toMatchObject({ passed, next: null, isLate: true });
  });

  test("of a stopped clock says nothing", () => {
    const stopped: Story = {
      ...told,
      events: [...told.events.slice(0, 2), ["Mon 12:00", "resolved"], ["Mon 14:00", "P1"]],
    };
    expect(live(stopped, "Mon 16:00")).toMatchObject({ passed: [], next: null });
  });

  test("that is learned late changes what was passed", () => {
    const late: Story = {
      ...told,
      events: [...told.events.slice(0, 2), ["Mon 12:00", "P1", { learned: "Mon 18:00" }]],
    };
    // 8 h of 16 h; then 3 h used at noon: half and three quarters of 4 h
    expect(live(late, "Mon 17:30")?.passed).toEqual(["1: 50% Mon 17:00"]);
    expect(live(late, "Mon 18:00")?.passed).toEqual([
      ...["1: 50% Mon 12:00", "1: 75% Mon 12:00"],
      ...["1: 90% Mon 12:36", "1: missed Mon 13:00"],
    ]);
  });
});

test("a pause by the wall clock gives back its night", () => {
  const told: Story = {
    hours: office,
    target: "4h",
    rules: { pause_counts: "wall clock" },
    events: [
      ["Mon 15:00", "opened"],
      ["Mon 16:00", "waiting for client"],
      ["Tue 10:00", "working"], // 18 h later, 2 of them in service time: 20 h are allowed, half of them are 10 h
    ],
  };
  // 1 h was used; 7 h on Tuesday, 2 h on Wednesday
  expect(live(told, "Tue 10:00")?.next).toBe("50% Wed 11:00");
});
