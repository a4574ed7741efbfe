import { Command, CommanderError } from "commander";
import { Refusal } from "../desk/refusal.ts";
import { checkCommand } from "./commands/check.ts";
import { demoCommand } from "./commands/demo.ts";
import { explainCommand } from "./commands/explain.ts";
import { flagsCommand } from "./commands/flags.ts";
import { holidaysCommand } from "./commands/holidays.ts";
import { inspectCommand } from "./commands/inspect.ts";
import { newCommand } from "./commands/new.ts";
import { proseCommand } from "./commands/prose.ts";
import { reportCommand } from "./commands/report.ts";
import { schemaCommand } from "./commands/schema.ts";
import type { Context } from "./context.ts";

/** The command line: every command, and the one place where a refusal becomes an exit code. */
export async function runProgram(words: readonly string[], context: Context): Promise<void> {
  const program = new Command("underpin")
    .description("Service level management you can prove.")
    .version(context.version)
    .exitOverride()
    .configureOutput({ writeOut: context.print, writeErr: context.complain })
    .showHelpAfterError("(add --help for the words of this command)");
  for (const make of [
    demoCommand,
    checkCommand,
    inspectCommand,
    newCommand,
    proseCommand,
    reportCommand,
    explainCommand,
    flagsCommand,
    holidaysCommand,
    schemaCommand,
  ]) {
    program.addCommand(make(context).copyInheritedSettings(program));
  }
  try {
    await program.parseAsync(words, { from: "user" });
  } catch (error) {
    ended(error, context);
  }
}

function ended(error: unknown, context: Context): void {
  if (error instanceof CommanderError) context.exitWith(error.exitCode === 0 ? 0 : 2);
  else if (error instanceof Refusal) refused(context, `${error.code}: ${error.message}`);
  else if (isMissingFile(error)) refused(context, `file-not-found: there is no ${error.path}. Check the path.`);
  else throw error;
}

function refused(context: Context, sentence: string): void {
  context.complain(`${sentence}\n`);
  context.exitWith(1);
}

const isMissingFile = (error: unknown): error is Error & { readonly path: string } =>
  error instanceof Error && "code" in error && error.code === "ENOENT" && "path" in error;
