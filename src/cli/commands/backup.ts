import { Command } from "commander";
import type { Context } from "../context.ts";

/** Backup and restore of the database that the settings name. */
export interface Keeping {
  readonly backUp: (file: string, onRows: Told) => Promise<Kept>;
  readonly restore: (file: string, onRows: Told) => Promise<Kept>;
}

type Told = (table: string, rows: number) => void;

/** What a backup holds. */
export interface Kept {
  readonly version: string;
  readonly tables: readonly { readonly end: string; readonly rows: number; readonly sha256: string }[];
}

/** `underpin backup FILE` */
export function backupCommand(context: Context): Command {
  return new Command("backup")
    .description("write everything that the database holds into one file")
    .argument("<file>", "a new file, such as underpin-2026-03-01.backup")
    .action(async (file: string) => {
      const kept = await withProgress(context, (onRows) => context.keeping.backUp(file, onRows));
      context.print(`${file} holds ${sumOf(kept)}. Keep it as safe as the database: it holds everything.\n`);
      context.exitWith(0);
    });
}

/** Shows the tables as they go by. */
export async function withProgress(context: Context, work: (onRows: Told) => Promise<Kept>): Promise<Kept> {
  const bar = context.progress();
  const seen = new Set<string>();
  try {
    return await work((table, rows) => {
      seen.add(table);
      bar.count(`${table} ${rows}`, seen.size, seen.size);
    });
  } finally {
    bar.end();
  }
}

/** How much there is. */
export function sumOf({ tables }: Kept): string {
  const rows = tables.reduce((sum, each) => sum + each.rows, 0);
  return `${rows.toLocaleString("en-GB")} rows in ${tables.length} tables`;
}
