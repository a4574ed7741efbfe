import { describe, expect, test } from "vitest";
import { figureOf, partOf, realJob, resultsOf } from "./real-job.ts";

const records = [
  "github-outages=github_status/incidents.jsonl.gz",
  "github-by-component=github_status/incidents.jsonl.gz",
];

/** `2:05` of hours and minutes in which a whole month was not up. */
function downIn(part: string): string {
  const [up = 0, whole = 0] = part.split(" of ").map(Number);
  const minutes = (whole - up) / 60;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

describe("four years of a status page", { timeout: 30_000 }, () => {
  test.for([
    ["2026-01", "3:03", 3, 3660], // 15 min, 1 h 8 min, 1 h 40 min
    ["2026-02", "25:28", 8, 12_427.5], // 27 h 37 min of outages, of which 2 h 9 min overlap
    ["2026-03", "11:01", 6, 7680],
    ["2025-04", "1:25", 4, 1700], // 23 + 20 + 42 minutes, and one that ended in the minute it began
  ] as const)("%s: outages that overlap are united, and each is one", async ([month, down, number, mean], context) => {
    const results = resultsOf(await realJob(context, "github", records), month);
    expect(downIn(partOf(results.get("whole")))).toBe(down);
    expect([figureOf(results.get("outages")), figureOf(results.get("restored"))]).toEqual([number, mean]);
  });

  test("by component, in February 2026", async (context) => {
    const results = resultsOf(await realJob(context, "github", records), "2026-02");
    const down = ["actions", "copilot", "api-requests"].map((id) =>
      downIn(partOf(results.get(`each-component/${id}`))),
    );
    expect(down).toEqual(["6:09", "3:40", "0:00"]);
  });
});
