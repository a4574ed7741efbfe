import { expect, test } from "vitest";
import type { Fact } from "../../engine/record/record.ts";
import type { Job } from "../job.ts";
import type { Road } from "./road.ts";
import { wayTaken } from "./way-taken.ts";

const fact: Fact = { id: "I1", kind: "incidents", tool: "desk", events: [] };

test.each<[number, Road | null, string]>([
  [49_999, null, "Road: plain (49,999 records; 50,000 records and more go by columns)."],
  [50_000, null, "Road: fast (50,000 records; 50,000 records and more go by columns)."],
  [50_000, "plain", "Road: plain (50,000 records; asked for by --road)."],
  [3, "fast", "Road: fast (3 records; asked for by --road)."],
])("%i records, asked for: %s", (count, road, line) => {
  const byKind = { incidents: new Array<Fact>(count).fill(fact) };
  const job = { byKind, kinds: ["incidents"] } as unknown as Job;
  const none = { warnings: [], findings: [], groups: [], files: [] };
  expect(wayTaken({ job, road, ...none })).toBe(line);
});
