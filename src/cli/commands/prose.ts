import { Command } from "commander";
import { type LevelProse, proseOf } from "../../desk/prose.ts";
import { type Context, printJson } from "../context.ts";

interface Options {
  readonly on?: string;
  readonly json?: true;
}

/** `underpin prose CONTRACT`: the text of every service level, written from its definition. */
export function proseCommand(context: Context): Command {
  return new Command("prose")
    .description("write the text of every service level from its definition")
    .argument("<contract>", "folder of YAML files, or one file")
    .option("--on <date>", "as in force on this date; the first day of the contract without it")
    .option("--json", "print as JSON, with every term in force")
    .action(async (contract: string, { on, json }: Options) => {
      const levels = await proseOf(contract, on ?? null);
      if (json) printJson(context, levels);
      else for (const level of levels) context.print(text(level));
      context.exitWith(0);
    });
}

function text({ agreement, level, title, prose }: LevelProse): string {
  const sentences = [...prose.clock, ...prose.exclusions, ...prose.judging, prose.rounding];
  const times = prose.times.map(({ name, within, calendar }) => `  ${name}: ${within}, ${calendar}`);
  return [
    `${title}  (${agreement}/${level})`,
    prose.definition,
    `Formula: ${prose.formula}`,
    ...times,
    ...sentences.map((sentence) => `- ${sentence}`),
    "\n",
  ].join("\n");
}
