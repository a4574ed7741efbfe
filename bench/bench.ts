import { benchAvailability } from "./availability-bench.ts";
import { benchCalendar } from "./calendar-bench.ts";
import { benchCalendarSql } from "./calendar-sql.ts";
import { peakMegabytes } from "./clocking.ts";
import { benchCsv } from "./csv/csv-bench.ts";
import { benchOrdinary } from "./csv/ordinary-bench.ts";
import { benchGrowth, growthRows } from "./growth-bench.ts";
import { benchLevels, columnsOf } from "./level-bench.ts";
import { benchLive } from "./live-bench.ts";
import { benchLoad } from "./load/load-bench.ts";
import { benchSql } from "./sql-bench.ts";
import { step } from "./step.ts";
import { writeFigures } from "./write-figures.ts";

/** `npm run bench -- [tickets] [plain sample]`: everything in one run, since only ratios of one run say anything. */
process.env.TZ = "Europe/Berlin";
const [tickets = 1_000_000, sample = 2000] = process.argv.slice(2).map(Number);
const csv = await step("from a CSV to results, against DuckDB", () => benchCsv(tickets));
const columns = await step(`${tickets} tickets as columns`, () => columnsOf(tickets));
const levels = await step("levels, against the plain engine", () => benchLevels(columns, sample));
const growths = await step("growth", () => benchGrowth(columns));
const peak = peakMegabytes();
const calendar = await step("service seconds, against npm libraries", () =>
  benchCalendar(Math.min(2_000_000, tickets * 2)),
);
const asof = await step("service seconds, against DuckDB", () => benchCalendarSql(Math.min(2_000_000, tickets * 2)));
const sql = await step("levels, against DuckDB", () => benchSql(columns));
const ordinary = await step("the same, against an ordinary query of PostgreSQL", () =>
  benchOrdinary(tickets, { sample: Math.min(10_000, tickets), seconds: csv.seconds }),
);
const available = await step("availability, against PostgreSQL", () => benchAvailability(Math.min(200_000, tickets)));
const live = await step("live events, against reading again", () => benchLive(tickets));
const load = await step("a server under load, on both databases", () => benchLoad(tickets));
const own = [...calendar, ...asof, ...levels, ...sql, ...csv.rows, ...ordinary, ...available, ...live, ...load];
const arrays = [columns.happened, columns.what, columns.value, columns.offsets];
const bytes = arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
const rows = [...own, ...growthRows(growths)];
writeFigures({ tickets, events: columns.happened.length, columns: bytes / 2 ** 20, peak, rows, growths });
