import { Command, CommanderError } from "commander";
import { Refusal } from "../wire/refusal.ts";
import { backupCommand } from "./commands/backup.ts";
import { checkCommand } from "./commands/check.ts";
import { clocksCommand } from "./commands/clocks.ts";
import { demoCommand } from "./commands/demo.ts";
import { explainCommand } from "./commands/explain.ts";
import { fetchCommand } from "./commands/fetch.ts";
import { flagsCommand } from "./commands/flags.ts";
import { holidaysCommand } from "./commands/holidays.ts";
import { inspectCommand } from "./commands/inspect.ts";
import { monthsCommand } from "./commands/months.ts";
import { newCommand } from "./commands/new.ts";
import { proseCommand } from "./commands/prose.ts";
import { reportCommand } from "./commands/report.ts";
import { restoreCommand } from "./commands/restore.ts";
import { schemaCommand } from "./commands/schema.ts";
import { sendCommand } from "./commands/send.ts";
import { serveCommand } from "./commands/serve.ts";
import { whatifCommand } from "./commands/whatif.ts";
import type { Context } from "./context.ts";
import { withPlainOutput } from "./plain-output.ts";

/** The command line: every command, and the one place where a refusal becomes an exit code. */
export async function runProgram(words: readonly string[], given: Context): Promise<void> {
  const context = withPlainOutput(given);
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
    whatifCommand,
    holidaysCommand,
    schemaCommand,
    serveCommand,
    sendCommand,
    monthsCommand,
    clocksCommand,
    fetchCommand,
    backupCommand,
    restoreCommand,
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
  else if (isOfTheSystem(error)) refused(context, sentenceOf(error));
  else throw error;
}

function refused(context: Context, sentence: string): void {
  context.complain(`${sentence}\n`);
  context.exitWith(1);
}

/** What the operating system answered when a file was opened, read or written. */
interface OfTheSystem extends Error {
  readonly code: string;
  readonly path?: string;
}

const isOfTheSystem = (error: unknown): error is OfTheSystem =>
  error instanceof Error && "code" in error && typeof error.code === "string" && "syscall" in error;

function sentenceOf({ code, path, message }: OfTheSystem): string {
  const name = path ?? "the file";
  if (code === "ENOENT") return `file-not-found: there is no ${name}. Check the path.`;
  if (code === "EISDIR") return `not-a-file: ${name} is a folder. Name a file.`;
  if (code === "ENOTDIR" || code === "EEXIST") return `not-a-folder: ${name} is no folder. Name another one.`;
  if (code === "EACCES" || code === "EPERM" || code === "EROFS")
    return `not-allowed: ${name} may not be read or written. Change its rights, or name another.`;
  return `file-unreadable: ${name} cannot be read or written: ${message}.`;
}
