import { join } from "node:path";
import { Command } from "commander";
import { reportsOf } from "../../desk/make-reports.ts";
import { readInstant } from "../../desk/read-instant.ts";
import { periodsNamed } from "../../desk/report-periods.ts";
import { runJob } from "../../desk/run-job.ts";
import { shippedFolder } from "../../desk/shipped.ts";
import { tableOf, writeReports } from "../../desk/write-reports.ts";
import type { Context } from "../context.ts";

/** The months of the demonstration, and the day on which they were all known. */
const months = "2025-01..2026-02";
const asKnown = "2026-03-01T00:00Z";

/** `underpin demo`: fourteen months of an invented client, from records to reports. */
export function demoCommand(context: Context): Command {
  return new Command("demo")
    .description("fourteen months of an invented client, from records to reports")
    .option("-o, --out <folder>", "where records and reports are written", "out")
    .action(async ({ out }: { readonly out: string }) => {
      const { files } = await context.writeDemo(join(out, "demo-records"));
      context.print(`Wrote ${files.length} files of records into ${join(out, "demo-records")}.\n`);
      const contract = join(shippedFolder, "demo");
      const records = files.map(({ mapping, file }) => `${mapping}=${file}`);
      const bar = context.progress();
      const ready = await runJob({
        contract,
        records,
        besides: [],
        asKnown: readInstant(asKnown),
        now: readInstant(asKnown),
        onProgress: bar.show,
      });
      bar.end();
      const rows = ready.files.reduce((sum, each) => sum + each.rows, 0);
      context.print(`Took in ${rows.toLocaleString("en-GB")} rows. Measuring every service level, month by month:\n\n`);
      let last = "";
      for (const report of reportsOf(ready, periodsNamed(ready.job, months), context.version)) {
        const [page] = await writeReports(report, out, "html,json,csv");
        context.print(`  ${page}  ${report.answer}\n`);
        last = tableOf(report, context.terminal);
      }
      context.print(`\n${last}\nOpen a page in a browser. Ask why: npm run underpin -- explain --help\n`);
      context.exitWith(0);
    });
}
