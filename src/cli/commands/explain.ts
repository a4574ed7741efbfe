import { Command } from "commander";
import { type Explained, explainEverywhere, explainFigure, explainRecord } from "../../desk/explain.ts";
import { periodsNamed } from "../../desk/report-periods.ts";
import type { ReadyJob } from "../../desk/run-job.ts";
import { treeText, writeExplained } from "../../desk/write-explained.ts";
import { Refusal } from "../../wire/refusal.ts";
import { type Context, printJson } from "../context.ts";
import { type JobOptions, jobOf, withJobOptions } from "../job-options.ts";

interface Options extends JobOptions {
  readonly period: string;
  readonly of?: string;
  readonly record?: string;
  readonly html?: string;
  readonly deep: string;
  readonly all?: true;
  readonly json?: true;
}

/** `underpin explain CONTRACT … --of sla/repair [--record INC1]`: opens a figure, or says why a record does not count. */
export function explainCommand(context: Context): Command {
  const command = new Command("explain")
    .description("open a figure down to the rows of the files, or say why a record is not counted")
    .argument("<contract>", "folder of YAML files, or one file")
    .requiredOption("-p, --period <period>", "2016-03, 2016-Q1, 2016")
    .option(
      "--of <figure>",
      "agreement/level, agreement/level/group, or a credit plan; without it: --record in every level",
    )
    .option("--record <id>", "one record: its clock, and why it counts or does not")
    .option("--deep <levels>", "levels of the tree that are printed", "3")
    .option("--all", "list every record of a group, not the first 25")
    .option("--html <file>", "write the tree as a page")
    .option("--json", "print as JSON");
  return withJobOptions(command).action(async (contract: string, options: Options) => {
    const ready = await jobOf(context, contract, options);
    if (options.of === undefined) everywhere(context, ready, options);
    else await opened(context, ready, { ...options, of: options.of });
  });
}

function everywhere(context: Context, ready: ReadyJob, { period, record, json }: Options): void {
  if (record === undefined)
    throw new Refusal("nothing-asked", "Say what to open: --of agreement/level, or --record ID.");
  const answers = explainEverywhere(ready, onePeriod(ready, period), record);
  if (json) printJson(context, answers);
  else
    for (const { title, period: when, answer, because } of answers)
      context.print(`${title}: ${answer}${when ? `, ${when}` : ""}\n  ${because}\n`);
  context.exitWith(0);
}

async function opened(context: Context, ready: ReadyJob, options: Options & { readonly of: string }): Promise<void> {
  const order = { period: onePeriod(ready, options.period), of: options.of, show: options.all ? ("all" as const) : 25 };
  const explained: Explained =
    options.record === undefined ? explainFigure(ready, order) : explainRecord(ready, order, options.record);
  if (options.html !== undefined) await writeExplained(ready, explained, options.html);
  if (options.json) printJson(context, explained);
  else context.print(treeText(explained, context.terminal, Number(options.deep)));
  context.exitWith(explained.checked.differences.length === 0 ? 0 : 1);
}

function onePeriod(ready: ReadyJob, written: string) {
  const [period, more] = periodsNamed(ready.job, written);
  if (!period || more) throw new Refusal("one-period", `'${written}' names several periods. Explain one of them.`);
  return period;
}
