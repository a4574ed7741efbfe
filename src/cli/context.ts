import type { Progress } from "../desk/take-records.ts";
import type { Instant } from "../engine/time/instant.ts";
import type { Keeping } from "./commands/backup.ts";
import type { ServeWords } from "./commands/serve.ts";
import type { Reaching } from "./server/reach.ts";

/** What a command is given by the one who started it: the clock, the terminal and nothing else. */
export interface Context {
  readonly now: Instant;
  readonly version: string;
  readonly terminal: { readonly width: number; readonly colour: "none" | "ansi" };
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  /** Ends with this code once everything is printed: 0 done, 1 something was refused or found wrong, 2 the words of the call. */
  readonly exitWith: (code: 0 | 1 | 2) => void;
  /** Writes the records of the demonstration into a folder. */
  readonly writeDemo: (folder: string) => Promise<DemoRecords>;
  /** Runs the server until it is told to stop. */
  readonly serve: (asked: ServeWords) => Promise<void>;
  /** Backup and restore of the database that the settings name. */
  readonly keeping: Keeping;
  /** How another server is reached. */
  readonly server: Reaching;
  readonly progress: () => {
    readonly show: Progress;
    /** So many of so many things done; `what` names the one at hand. */
    readonly count: (what: string, done: number, total: number) => void;
    readonly end: () => void;
  };
}

/** Files of records, the months they are of (`2024-04..2026-03`) and the instant up to which they are complete. */
export interface DemoRecords {
  readonly files: readonly { readonly mapping: string; readonly file: string }[];
  readonly months: string;
  readonly known: string;
}

/** Prints a value as JSON, the same for every command with `--json`. */
export const printJson = (context: Context, value: unknown): void =>
  context.print(
    `${JSON.stringify(value, (_, each: unknown) => (typeof each === "bigint" ? each.toString() : each), 2)}\n`,
  );
