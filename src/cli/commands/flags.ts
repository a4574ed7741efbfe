import { Command } from "commander";
import { flagsOf } from "../../desk/flags.ts";
import { flagsText } from "../../desk/flags-text.ts";
import { type Context, printJson } from "../context.ts";
import { type JobOptions, jobOf, withJobOptions } from "../job-options.ts";

interface Options extends JobOptions {
  readonly level: string;
  readonly json?: true;
}

/** `underpin flags CONTRACT --records … --level sla/repair`: the tool's own verdict on each record beside ours. */
export function flagsCommand(context: Context): Command {
  const command = new Command("flags")
    .description("hold the tool's own verdict on each record against ours, and list the records that differ")
    .argument("<contract>", "folder of YAML files, or one file")
    .requiredOption("-l, --level <level>", "agreement/level, a service level with a clock")
    .option("--json", "print as JSON, with every record that differs");
  return withJobOptions(command).action(async (contract: string, options: Options) => {
    const flags = flagsOf(await jobOf(context, contract, options), options.level);
    if (options.json) printJson(context, flags);
    else context.print(flagsText(flags));
    context.exitWith(0);
  });
}
