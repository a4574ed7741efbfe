import { describe, expect, test } from "vitest";
import { figureOf, partOf, realJob, resultsOf } from "./real-job.ts";

const records = [
  "github-outages=github_status/incidents.jsonl.gz",
  "github-by-component=github_status/incidents.jsonl.gz",
];

/** Seconds of the whole month that were down. */
const down = (of: string, days: number): number => {
  const [up = 0, whole = 0] = of.split(" of ").map(Number);
  expect(whole).toBe(days * 86_400);
  return whole - up;
};

describe("four years of a status page", { timeout: 30_000 }, () => {
  test.each([
    ["2026-01", 31, 3 * 3600 + 3 * 60, 3], // 15 min, 1 h 8 min, 1 h 40 min
    ["2026-02", 28, 25 * 3600 + 28 * 60, 8],
    ["2026-03", 31, 11 * 3600 + 60, 6],
  ])("%s: overlapping outages are united, and each is one", async (month, days, seconds, number) => {
    const results = resultsOf(await realJob(context(), "github", records), month);
    expect(down(partOf(results.get("whole")), days)).toBe(seconds);
    expect(figureOf(results.get("outages"))).toBe(number);
  });
});
