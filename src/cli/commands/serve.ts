import { Command } from "commander";
import type { Context } from "../context.ts";

/** `underpin serve`: the server, until it is told to stop. */
export function serveCommand(context: Context): Command {
  return new Command("serve")
    .description("the server: records, live clocks, the process and its API; settings come from the environment")
    .option("--demo", "with two years of an invented client, loaded at the first start")
    .option("--organisation <name>", "the organisation that provides the services, at the first start")
    .option("--administrator <email>", "who signs in first, at the first start")
    .action(async (asked: ServeWords) => {
      await context.serve(asked);
      context.exitWith(0);
    });
}

/** What a person says at the start of a server. */
export interface ServeWords {
  readonly demo?: true;
  readonly organisation?: string;
  readonly administrator?: string;
}
