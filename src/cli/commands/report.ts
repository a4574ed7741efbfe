import { Command, Option } from "commander";
import { roads } from "../../desk/fast/road.ts";
import { wayTaken } from "../../desk/fast/way-taken.ts";
import { reportsOf } from "../../desk/make-reports.ts";
import { periodsNamed } from "../../desk/report-periods.ts";
import { formats, tableOf, usualFormats, writeReports } from "../../desk/write-reports.ts";
import { type Context, printJson } from "../context.ts";
import { type JobOptions, jobOf, withJobOptions } from "../job-options.ts";

interface Options extends JobOptions {
  readonly period: string;
  readonly out: string;
  readonly format: string;
  readonly json?: true;
}

/** `underpin report CONTRACT --records … --period 2016-03..2016-05`: measures, judges and writes the reports. */
export function reportCommand(context: Context): Command {
  const command = new Command("report")
    .description("measure a contract over a month, or several, and write the report of each")
    .argument("<contract>", "folder of YAML files, or one file")
    .requiredOption("-p, --period <period>", "2016-03, 2016-Q1, 2016, or from..until such as 2016-03..2016-05")
    .option("-o, --out <folder>", "where the reports are written", "out")
    .option("-f, --format <formats>", `any of ${formats.join(", ")}`, usualFormats)
    .addOption(
      new Option("--road <road>", "how to measure; both ways give the same report (default: by the size)").choices(
        roads,
      ),
    )
    .option("--json", "print the reports as JSON and write no file");
  return withJobOptions(command).action(async (contract: string, options: Options) => {
    const ready = await jobOf(context, contract, options);
    const periods = periodsNamed(ready.job, options.period);
    if (!options.json) context.print(`${wayTaken(ready)}\n`);
    const bar = context.progress();
    for (const report of reportsOf(ready, periods, { engine: context.version, onMeasured: bar.count })) {
      bar.end();
      if (options.json) printJson(context, report);
      else {
        const written = await writeReports(report, options.out, options.format);
        context.print(`\n${tableOf(report, context.terminal)}`);
        context.print(`\n${written.map((file) => `  ${file}`).join("\n")}\n`);
      }
    }
    context.exitWith(0);
  });
}
