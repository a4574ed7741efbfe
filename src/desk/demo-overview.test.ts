import { describe, expect, test } from "vitest";
import { type ShownMonth, worstOf, writeCredits, writeOverview } from "./demo-overview.ts";

const month = (id: string, parts: Partial<ShownMonth> = {}): ShownMonth => ({
  ...{ id, label: id, page: `out/${id}.html`, answer: "", missed: 0, marks: [], credits: [] },
  ...parts,
});
const mark = (title: string, verdict: ShownMonth["marks"][number]["verdict"]) => ({
  agreement: "Work (SLA)",
  title,
  verdict,
});

const months = [
  month("2024-11", { label: "November 2024", marks: [mark("Repair", "met")] }),
  month("2024-12", { label: "December 2024", marks: [mark("Repair", "missed")], missed: 1 }),
  month("2025-01", {
    label: "January 2025",
    marks: [mark("Repair", "missed"), mark("Calls", "at minimum")],
    missed: 1,
    credits: [
      { amount: "1 200.00 GBP", what: "Service credits" },
      { amount: "-60.00 GBP", what: "Service credits, won back" },
    ],
  }),
];

describe("the months of a demonstration", () => {
  test("a row a service level, a sign a month, quarters apart, years where there is room", () => {
    expect(writeOverview(months, { width: 60, colour: "none" }).split("\n").slice(0, 5)).toEqual([
      "          2024",
      "          ND J",
      "Work (SLA)",
      "  Repair  ✓◆ ◆",
      "  Calls      ▲",
    ]);
  });

  test("a narrow terminal cuts the titles, never the months", () => {
    const long = [month("2024-11", { marks: [mark("Repair of incidents of every kind", "met")] })];
    expect(writeOverview(long, { width: 24, colour: "none" })).toContain("  Repair of incident…  ✓\n");
  });

  test("colours stand around the signs alone", () => {
    expect(writeOverview(months, { width: 60, colour: "ansi" })).toContain(
      "  Repair  \u001b[32m✓\u001b[0m\u001b[31m◆\u001b[0m",
    );
  });

  test("amounts stand under each other", () => {
    expect(writeCredits(months)).toBe(
      "  January 2025  1 200.00 GBP  Service credits\n  January 2025    -60.00 GBP  Service credits, won back\n",
    );
  });

  test("the worst month is the earliest of those with the most misses", () =>
    expect(worstOf(months)?.id).toBe("2024-12"));
});
