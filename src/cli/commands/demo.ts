import { join, relative } from "node:path";
import { Command } from "commander";
import { type ShownMonth, shownMonth, worstOf, writeCredits, writeOverview } from "../../desk/demo-overview.ts";
import { reportsOf } from "../../desk/make-reports.ts";
import { readInstant } from "../../desk/read-instant.ts";
import { periodsNamed } from "../../desk/report-periods.ts";
import { type ReadyJob, runJob } from "../../desk/run-job.ts";
import { shippedFolder } from "../../desk/shipped.ts";
import { usualFormats, writeReports } from "../../desk/write-reports.ts";
import type { Context } from "../context.ts";

/** `underpin demo`: two years of an invented client, from records to reports. */
export function demoCommand(context: Context): Command {
  return new Command("demo")
    .description("two years of an invented client, from records to reports")
    .option("-o, --out <folder>", "where records and reports are written", "out")
    .action(async ({ out }: { readonly out: string }) => {
      context.print(
        "Two years of an insurer, the company that runs its systems, and those it relies on. All invented.\n\n",
      );
      const { months, ready } = await takenIn(context, join(out, "demo-records"));
      const shown = await reported(context, { ready, months, out });
      context.print(`\n${writeOverview(shown, context.terminal)}\n`);
      context.print(closing(shown, out));
      context.exitWith(0);
    });
}

/** Makes the records, and takes them in as a client's own would be. */
async function takenIn(context: Context, folder: string) {
  const { files, months, known } = await context.writeDemo(folder);
  const bar = context.progress();
  const ready = await runJob({
    contract: join(shippedFolder, "demo"),
    records: files.map(({ mapping, file }) => `${mapping}=${file}`),
    besides: [],
    asKnown: readInstant(known),
    now: readInstant(known),
    onProgress: bar.show,
  });
  bar.end();
  const rows = ready.files.reduce((sum, each) => sum + each.rows, 0);
  const agreements = Object.values(ready.job.document.agreements).map(({ kind }) => kind);
  const contract = ["SLA", "OLA", "UC"].map((kind) => `${agreements.filter((each) => each === kind).length} ${kind}`);
  context.print(`  Records   ${rows.toLocaleString("en-GB")} rows in ${files.length} files, in ${folder}\n`);
  context.print(`  Contract  ${contract.join(", ")}, in ${relative(".", join(shippedFolder, "demo"))}\n`);
  return { months, ready };
}

interface Asked {
  readonly ready: ReadyJob;
  readonly months: string;
  readonly out: string;
}

async function reported(context: Context, { ready, months, out }: Asked): Promise<readonly ShownMonth[]> {
  const periods = periodsNamed(ready.job, months);
  context.print(`  Reports   ${periods.length} months as HTML, JSON and CSV, in ${out}\n`);
  const bar = context.progress();
  const shown: ShownMonth[] = [];
  const measuring = context.progress();
  for (const report of reportsOf(ready, periods, { engine: context.version, onMeasured: measuring.count })) {
    if (shown.length === 0) measuring.end();
    const [page = out] = await writeReports(report, out, usualFormats);
    shown.push(shownMonth(report, page));
    bar.count(report.period.label, shown.length, periods.length);
  }
  bar.end();
  return shown;
}

function closing(shown: readonly ShownMonth[], out: string): string {
  const credits = writeCredits(shown);
  const [worst, last] = [worstOf(shown), shown.at(-1)];
  const pages = worst && last ? [worst, last] : [];
  const records = (name: string): string => `-r demo-${name}=${join(out, "demo-records", `${name}.csv`)}`;
  return [
    ...(credits === "" ? [] : [`\nCredits\n${credits}`]),
    "\nOpen in a browser\n",
    ...pages.map(({ page, answer }) => `  ${page}  ${answer}\n`),
    "\nWhat happened in which month: examples/demo/README.md. Why a figure is what it is:\n",
    "  npm run underpin -- explain examples/demo -p 2025-01 --of meridian-sla/claims-uptime \\\n",
    `    ${records("outages")} ${records("changes")}\n`,
  ].join("");
}
