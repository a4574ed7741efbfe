import { Command } from "commander";
import { periodsNamed } from "../../desk/report-periods.ts";
import { whatIf } from "../../desk/whatif.ts";
import { changeFile, changeOfSetting } from "../../desk/whatif-change.ts";
import { whatIfText } from "../../desk/whatif-text.ts";
import { Refusal } from "../../wire/refusal.ts";
import { type Context, printJson } from "../context.ts";
import { collect, type JobOptions, jobOf, withJobOptions } from "../job-options.ts";

interface Options extends JobOptions {
  readonly period: string;
  readonly change: readonly string[];
  readonly set: readonly string[];
  readonly json?: true;
}

/** `underpin whatif CONTRACT … -p 2025-06..2025-08 --change draft.yaml`: the contract as it is beside the changed one. */
export function whatifCommand(context: Context): Command {
  const command = new Command("whatif")
    .description("change a contract over months that have passed, and list every figure and record that differs")
    .argument("<contract>", "folder of YAML files, or one file")
    .requiredOption("-p, --period <period>", "2016-03, 2016-Q1, 2016, or from..until such as 2016-03..2016-05")
    .option(
      "-c, --change <file>",
      "an amendment that nobody signed: amends, with changes, adds or removes; repeat it for each",
      collect,
      [],
    )
    .option(
      "-s, --set <field=value>",
      "one field: agreement/level.field=value, for example 'sla/repair.expected=at least 95%'; repeat it for each",
      collect,
      [],
    )
    .option("--json", "print as JSON, with every service level and every record that flips");
  return withJobOptions(command).action(async (contract: string, options: Options) => {
    if (options.change.length + options.set.length === 0)
      throw new Refusal("nothing-changed", "Say what to change: --change FILE, or --set agreement/level.field=value.");
    const ready = await jobOf(context, contract, options);
    const files = await Promise.all(options.change.map(changeFile));
    const settings = options.set.map((written) => changeOfSetting(ready.job.document, written));
    const compared = whatIf(ready, periodsNamed(ready.job, options.period), [...files, ...settings]);
    if (options.json) printJson(context, compared);
    else context.print(whatIfText(compared, context.terminal));
    context.exitWith(0);
  });
}
