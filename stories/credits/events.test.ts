import { describe, expect, test } from "vitest";
import { type Story, told } from "./run-story.ts";
import { oneEvent } from "./said.ts";

const charges = "from: 2026-01-01, amount: 80000.00 GBP";

/** What is paid where one event makes several levels fail. */
const stories: Readonly<Record<string, Story>> = {
  "every function that an event stops, up to the limit": {
    plan: "one-event-all",
    changes: { [charges]: "from: 2026-01-01, amount: 230000.00 GBP" },
    months: [
      // 3 x 5 % of 250 000
      {
        month: "2026-01",
        results: { uptime: "missed 98%", portal: "missed 98%", batch: "missed 40m" },
        stated: [oneEvent("INC-7", ["uptime", "portal", "batch"])],
        credit: "37500.00",
      },
      // 16 % of 250 000 = 40 000, at most 15 %
      {
        month: "2026-02",
        results: { uptime: "missed 98%", portal: "missed 98%", batch: "missed 40m", repair: "missed 70%" },
        credit: "37500.00",
      },
    ],
  },
  "the dearest of one event, and the others beside it": {
    plan: "one-event-highest",
    months: [
      // 80 000 x 5 %; repair 4 % is of the same event, calls 2 % are not
      {
        month: "2026-01",
        results: { uptime: "missed 99%", repair: "missed 80%", calls: "missed 85%" },
        stated: [oneEvent("INC-9", ["uptime", "repair"])],
        credit: "5600.00",
        lines: { uptime: "4000.00", repair: "0.00", calls: "1600.00" },
      },
      // without an event all are paid: 4 000 + 3 200 + 1 600
      {
        month: "2026-02",
        results: { uptime: "missed 99%", repair: "missed 80%", calls: "missed 85%" },
        credit: "8800.00",
      },
    ],
  },
  "the credit that the client chose, else the highest": {
    plan: "one-event-client-chooses",
    months: [
      {
        month: "2026-01",
        results: { uptime: "missed 99%", repair: "missed 80%" },
        stated: [oneEvent("INC-1", ["uptime", "repair"], "repair")],
        credit: "3200.00",
      },
      {
        month: "2026-02",
        results: { uptime: "missed 99%", repair: "missed 80%" },
        stated: [oneEvent("INC-2", ["uptime", "repair"])],
        credit: "4000.00",
      },
    ],
  },
  "groups of one event exclude each other": {
    plan: "one-event-exclusive-groups",
    changes: { [charges]: "from: 2026-01-01, amount: 3000.00 GBP" },
    months: [
      // 20 % + 4 % beat 22 %
      {
        month: "2026-01",
        results: { uptime: "missed 99%", repair: "missed 80%", batch: "missed 20m" },
        stated: [oneEvent("INC-3", ["uptime", "repair", "batch"])],
        credit: "720.00",
        lines: { uptime: "600.00", repair: "120.00", batch: "0.00" },
      },
      // 22 % beats 20 %
      {
        month: "2026-02",
        results: { uptime: "missed 99%", repair: "met 97%", batch: "missed 20m" },
        stated: [oneEvent("INC-4", ["uptime", "batch"])],
        credit: "660.00",
      },
    ],
  },
};

describe("credits of one event", () =>
  test.each(Object.entries(stories))("%s", (_, story) => expect(told(story)).toEqual(story.months)));
