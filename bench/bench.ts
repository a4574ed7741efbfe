import { benchCalendar } from "./calendar-bench.ts";
import { benchGrowth, benchLevels } from "./level-bench.ts";
import { benchSql } from "./sql-bench.ts";
import { writeFigures } from "./write-figures.ts";

/** `npm run bench -- [tickets] [plain sample]`: everything in one run, since only ratios of one run say anything. */
process.env.TZ = "Europe/Berlin";
const [tickets = 1_000_000, sample = 2000] = process.argv.slice(2).map(Number);
const calendar = await benchCalendar(Math.min(2_000_000, tickets * 2));
const { columns, ...levels } = benchLevels(tickets, sample);
const growth = benchGrowth(columns, [tickets / 100, tickets / 10, tickets]);
const sql = await benchSql(columns);
writeFigures({ tickets, sample, calendar, levels, growth, sql });
