import { describe, expect, test } from "vitest";
import { type Story, story } from "../../../scripts/support/clock-story.ts";

/** Opened on Sunday evening, four hours before midnight. */
const evening = (rules: Story["rules"], events: Story["events"] = []): Story => ({
  hours: "Mon-Fri 09:00-17:00",
  target: "8h",
  rules,
  events: [["Sun 20:00", "opened"], ...events],
});

describe("opened out of hours (semantics 10)", () => {
  test("next opening: nothing is counted before it", () => {
    const { at } = story(evening({}));
    expect(at("Mon+1 09:00")).toMatchObject({
      state: "running",
      elapsed: "0s",
      started: "Sun 20:00",
      due: "Mon+1 17:00",
    });
    expect(at("Mon+1 10:00")).toMatchObject({ elapsed: "1h", due: "Mon+1 17:00" });
  });

  test("at once: the time up to the first opening counts by the clock on the wall", () => {
    const { at } = story(evening({ opened_out_of_hours: "at once" }));
    expect(at("Sun 21:00")).toMatchObject({ elapsed: "1h", due: "Mon+1 04:00", missed: null });
    expect(at("Mon+1 04:00")).toMatchObject({ elapsed: "8h", over: false });
    expect(at("Mon+1 12:00")).toMatchObject({ elapsed: "16h", due: "Mon+1 04:00", missed: "Mon+1 04:00" }); // 13 h + 3 h
  });

  test("at once, with more time than the night has", () => {
    const { at } = story({ ...evening({ opened_out_of_hours: "at once" }), target: "15h" });
    expect(at("Sun 21:00").due).toBe("Mon+1 11:00"); // 13 h until 09:00, then 2 h
    expect(at("Mon+1 09:30")).toMatchObject({ elapsed: "13h 30m", due: "Mon+1 11:00" });
  });

  test("at once: only the first night, whatever happens in it", () => {
    const told = story(
      evening({ opened_out_of_hours: "at once" }, [
        ["Sun 21:00", "holder=network"],
        ["Sun 22:00", "waiting for client"],
        ["Mon+1 08:00", "working"],
        ["Mon+1 10:00", "resolved"],
        ["Mon+1 18:00", "working"],
      ]),
    );
    expect(told.at("Mon+1 08:00")).toMatchObject({ state: "paused", elapsed: "2h", dueIfResumed: "Mon+1 14:00" }); // 1 h until 09:00, 5 h
    expect(told.at("Mon+1 10:00").elapsed).toBe("4h"); // 2 h, 08:00 to 09:00, 09:00 to 10:00
    expect(told.at("Mon+1 20:00").elapsed).toBe("4h"); // the evening after the reopening is out of hours
  });

  test("at once: relief over the first opening takes out both sides of it", () => {
    const told = story({
      ...evening({ opened_out_of_hours: "at once" }),
      target: "15h",
      relief: ["Mon+1 08:00 / Mon+1 10:00"],
    });
    expect(told.at("Sun 21:00").due).toBe("Mon+1 13:00"); // 12 h until 08:00, then 3 h from 10:00
  });

  test("at once: a stop in the night is projected from itself, whenever it is asked", () => {
    const told = story(evening({ opened_out_of_hours: "at once" }, [["Sun 22:00", "resolved"]]));
    expect(told.at("Sun 23:00").due).toBe("Mon+1 04:00"); // 20:00 + 8 h
    expect(told.at("Wed+1 12:00").due).toBe("Mon+1 04:00");
  });

  test("at once: the night ends where the first row opens, whatever the priority became in it", () => {
    const told = story({
      hours: "Mon-Fri 09:00-17:00",
      calendars: { late: "Mon-Fri 12:00-17:00" },
      rows: { P1: "20h on late", P3: "20h" },
      rules: { opened_out_of_hours: "at once" },
      events: [
        ["Sun 20:00", "opened"],
        ["Sun 20:00", "P3"],
        ["Sun 21:00", "P1"],
      ],
    });
    // 13 h until 09:00, nothing until 12:00, 5 h on Monday, 2 h on Tuesday
    expect(told.at("Sun 22:00").due).toBe("Tue+1 14:00");
    expect(told.at("Tue+1 14:00")).toMatchObject({ elapsed: "20h", due: "Tue+1 14:00" });
  });

  test("at once means nothing within hours", () => {
    const told = story({ ...evening({ opened_out_of_hours: "at once" }), events: [["Mon 16:00", "opened"]] });
    expect(told.at("Mon 20:00").elapsed).toBe("1h");
  });

  test("days that begin at once still end when they would", () => {
    const told = story({
      ...evening({ opened_out_of_hours: "at once", business_days: "close of business" }),
      target: "1 business day",
    });
    expect(told.at("Mon+1 12:00")).toMatchObject({ due: "Tue+1 17:00", missed: null });
    expect(told.at("Wed+1 12:00").missed).toBe("Wed+1 09:00"); // the first counted second after Tuesday's close
  });
});
