import { describe, expect, test } from "vitest";
import { type Story, told } from "./run-story.ts";
import { factsFor } from "./said.ts";

const charges = "from: 2026-01-01, amount: 80000.00 GBP";
const of = (amount: string) => ({ [charges]: `from: 2026-01-01, amount: ${amount} GBP` });

/** Plans that share by what was hit, or multiply by how bad it was. */
const stories: Readonly<Record<string, Story>> = {
  "in proportion to users and components": {
    plan: "scope-share",
    changes: { ...of("10000.00") },
    months: [
      // 10 % x 120 of 400 users
      {
        month: "2026-01",
        results: { uptime: "missed 99%" },
        stated: [factsFor("uptime", { affected_users: "120", total_users: "400" })],
        credit: "300.00",
      },
      // not entered: nobody may lose by a gap in the data
      { month: "2026-02", results: { uptime: "missed 99%" }, credit: "1000.00" },
      // 20 % x 1 of 10 components
      {
        month: "2026-03",
        results: { portal: "missed 98%" },
        stated: [factsFor("portal", { affected: "1", components: "10" })],
        credit: "200.00",
      },
      // one circuit of two: 20 % of its 3 000
      {
        month: "2026-04",
        results: { "circuit circuit-a": "missed 99%", "circuit circuit-b": "met 100%" },
        credit: "600.00",
      },
    ],
  },
  "errors above the allowance, the worse the dearer": {
    plan: "error-rate",
    changes: of("40000.00"),
    months: [
      { month: "2026-01", results: { errors: "missed 8%" }, credit: "6000.00" }, // 3 % x 5
      { month: "2026-02", results: { errors: "missed 6.9%" }, credit: "1520.00" }, // 1.9 % x 2
      { month: "2026-03", results: { errors: "missed 7%" }, credit: "4000.00" }, // 2 % x 5
      { month: "2026-04", results: { errors: "missed 20%" }, credit: "40000.00" }, // 15 % x 10, at most all of it
      { month: "2026-05", results: { errors: "met 5%" }, credit: "0.00" },
    ],
  },
};

describe("credits by parts and by factors", () =>
  test.each(Object.entries(stories))("%s", (_, story) => expect(told(story)).toEqual(story.months)));
