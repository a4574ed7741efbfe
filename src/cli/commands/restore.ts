import { Command } from "commander";
import type { Context } from "../context.ts";
import { sumOf, withProgress } from "./backup.ts";

/** `underpin restore FILE` */
export function restoreCommand(context: Context): Command {
  return new Command("restore")
    .description("fill an empty database with a backup")
    .argument("<file>", "a file that `underpin backup` wrote")
    .action(async (file: string) => {
      const kept = await withProgress(context, (onRows) => context.keeping.restore(file, onRows));
      context.print(
        `Restored ${sumOf(kept)}, written by Underpin ${kept.version}. Every count and hash was checked.\n`,
      );
      context.exitWith(0);
    });
}
