import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Command, Option } from "commander";
import { type Context, printJson } from "../context.ts";
import { atServer, type ServerOptions, withServerOptions } from "../server/reach.ts";

interface Options extends ServerOptions {
  readonly period: string;
  readonly out: string;
  readonly audience?: "provider" | "client";
}

/** `underpin fetch CONTRACT -p 2026-03`: the report that a server keeps of a month, as JSON. */
export function fetchCommand(context: Context): Command {
  const command = new Command("fetch")
    .description("the report that a server keeps of a month, written as JSON")
    .argument("<contract>", "the contract")
    .requiredOption("-p, --period <period>", "the month, such as 2026-03")
    .option("-o, --out <folder>", "where it is written", "out")
    .addOption(new Option("--audience <audience>", "whose report (default: yours)").choices(["provider", "client"]));
  return withServerOptions(command).action(async (contract: string, options: Options) => {
    const { period, out, audience, json } = options;
    const asked = { contract, period, ...(audience === undefined ? {} : { audience }) };
    const kept = await atServer(context, options, (client) =>
      client.read("/contracts/{contract}/reports/{period}", asked),
    );
    if (json) printJson(context, kept.report);
    else {
      const file = join(out, `${contract}-${period}-${kept.audience}.json`);
      await mkdir(out, { recursive: true });
      await writeFile(file, `${JSON.stringify(kept.report, null, 2)}\n`);
      context.print(`${file}\n  revision ${kept.revision}, sha256 ${kept.sha256}\n`);
    }
    context.exitWith(0);
  });
}
