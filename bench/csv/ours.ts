/** `node bench/csv/ours.ts <folder>`: from file to monthly results in a process of its own; prints what it took. */
import { join } from "node:path";
import { monthlyResults } from "../../src/desk/fast/monthly-results.ts";
import { instant } from "../../src/engine/time/instant.ts";
import { onceOf, peakMegabytes } from "../clocking.ts";
import { year } from "../tickets.ts";

const folder = process.argv[2] as string;
const order = { contract: join(folder, "desk"), records: [`log=${join(folder, "log.csv")}`], besides: [] };
const now = instant(year.end + 300 * 86_400);
const {
  value: results,
  clock: seconds,
  processor,
} = await onceOf(() => monthlyResults({ ...order, asKnown: null, now }, "2026-01..2026-12"));
const counts = results.map(({ level, period, measurement: { part, whole } }) => [
  ...[level.id, period.start],
  ...[Number(part?.n ?? 0n), Number(whole?.n ?? 0n)],
]);
process.stdout.write(JSON.stringify({ seconds, processor, megabytes: peakMegabytes(), counts }));
