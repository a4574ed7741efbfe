import type { Command } from "commander";
import type { Road } from "../desk/fast/road.ts";
import { readInstant } from "../desk/read-instant.ts";
import { type ReadyJob, runJob } from "../desk/run-job.ts";
import type { Context } from "./context.ts";

/** The options by which a command is told what to measure. */
export interface JobOptions {
  readonly records: readonly string[];
  readonly besides: readonly string[];
  readonly asKnown?: string;
  readonly road?: Road;
}

/** Gathers an option that may be repeated. */
export const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** Adds the options of a job to a command. */
export function withJobOptions(command: Command): Command {
  return command
    .option(
      "-r, --records <mapping=file>",
      "a file of records and the mapping that reads it; repeat it for each file",
      collect,
      [],
    )
    .option(
      "-b, --besides <file>",
      "granted relief, figures entered by hand, disputes or credit entries (YAML); repeat it for each file",
      collect,
      [],
    )
    .option("--as-known <instant>", "what was known then, e.g. 2016-06-01T00:00Z; without it: up to the last record");
}

/** Opens and takes in what the options name, with progress on a live terminal. */
export async function jobOf(context: Context, contract: string, options: JobOptions): Promise<ReadyJob> {
  const asKnown = options.asKnown === undefined ? null : readInstant(options.asKnown);
  const bar = context.progress();
  try {
    return await runJob({
      contract,
      records: options.records,
      besides: options.besides,
      asKnown,
      now: context.now,
      road: options.road ?? null,
      onProgress: bar.show,
    });
  } finally {
    bar.end();
  }
}
