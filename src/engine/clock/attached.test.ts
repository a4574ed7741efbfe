import { describe, expect, test } from "vitest";
import { story } from "../../../scripts/support/clock-story.ts";

describe("opened Mon 09:00, waiting 10:00 to 11:00, attached 12:00, waiting again 12:30 to 13:00; read Mon 14:00", () => {
  const told = (earlier_pauses: "kept" | "ignored", from = "Mon 10:00", until = "Mon 11:00") =>
    story({
      target: "8h",
      clock: { pauses: ["client"] },
      rules: { earlier_pauses },
      events: [
        ["Mon 09:00", "opened"],
        [from, "waiting for client"],
        [until, "working"],
        ["Mon 12:00", "moment attached"],
        ["Mon 12:30", "waiting for client"],
        ["Mon 13:00", "working"],
      ],
    }).at("Mon 14:00").elapsed;

  test.each([
    ["kept", "3h 30m"], // 5 h − 1 h − 30 min
    ["ignored", "4h 30m"], // 5 h − 30 min: the first pause came before the agreement
  ] as const)("earlier pauses %s", (rule, expected) => expect(told(rule)).toBe(expected));

  test("a pause across the attachment pauses from there on: 5 h − 15 min − 30 min", () =>
    expect(told("ignored", "Mon 11:00", "Mon 12:15")).toBe("4h 15m"));
});
