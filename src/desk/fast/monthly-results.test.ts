import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Result } from "../../engine/period/result.ts";
import { evaluateContract } from "../evaluate.ts";
import { periodsNamed } from "../report-periods.ts";
import { runJob } from "../run-job.ts";
import { busyLog } from "./fixture/busy-desk.ts";
import { busyOrder } from "./fixture/busy-job.ts";
import { monthlyResults } from "./monthly-results.ts";

const shown = ({ level, period, verdict, measurement: { figure, bounds, raw }, allowance }: Result) => [
  ...[level.id, period.id, verdict, figure, bounds, raw, allowance],
];

test("figures, bounds and verdicts of a year are those of the plain engine", async () => {
  const folder = await mkdtemp(join(tmpdir(), "underpin-"));
  const order = await busyOrder(folder, { rows: busyLog(150, 11), asKnown: "2026-07-01T00:00Z" });
  const { job } = await runJob(order);
  const months = periodsNamed(job, "2025-07..2026-06");
  const span = { start: months[0]?.start ?? job.knownUntil, end: job.knownUntil };
  const end = months.at(-1)?.end ?? span.end;
  const plain = evaluateContract(job, job.worldAt(job.document.contract.from), { ...span, end });
  const fast = await monthlyResults(order, "2025-07..2026-06");
  expect(fast.map(shown)).toEqual(plain.map(shown));
  // 5 levels of 12 months, 4 quarters, 52 weeks
  expect(fast).toHaveLength(116);
  await rm(folder, { recursive: true });
});
