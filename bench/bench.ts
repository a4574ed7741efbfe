import { benchAvailability } from "./availability-bench.ts";
import { benchCalendar } from "./calendar-bench.ts";
import { peakMegabytes } from "./clocking.ts";
import { benchGrowth, growthRows } from "./growth-bench.ts";
import { benchLevels, columnsOf } from "./level-bench.ts";
import { notMeasured } from "./not-measured.ts";
import { benchSql } from "./sql-bench.ts";
import { writeFigures } from "./write-figures.ts";

/** `npm run bench -- [tickets] [plain sample]`: everything in one run, since only ratios of one run say anything. */
process.env.TZ = "Europe/Berlin";
const [tickets = 1_000_000, sample = 2000] = process.argv.slice(2).map(Number);
const columns = columnsOf(tickets);
const levels = benchLevels(columns, sample);
const growths = benchGrowth(columns);
const peak = peakMegabytes();
const calendar = await benchCalendar(Math.min(2_000_000, tickets * 2));
const rows = [
  ...calendar,
  ...levels,
  ...(await benchSql(columns)),
  ...(await benchAvailability(Math.min(200_000, tickets))),
  ...growthRows(growths),
  ...notMeasured,
];
const arrays = [columns.happened, columns.what, columns.value, columns.offsets];
const bytes = arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
writeFigures({ tickets, events: columns.happened.length, columns: bytes / 2 ** 20, peak, rows, growths });
