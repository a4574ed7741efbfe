import type { Progress } from "../desk/take-records.ts";
import type { Instant } from "../engine/time/instant.ts";

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
  readonly writeDemo: (
    folder: string,
  ) => Promise<{ readonly files: readonly { readonly mapping: string; readonly file: string }[] }>;
  readonly progress: () => { readonly show: Progress; readonly end: () => void };
}

/** Prints a value as JSON, the same for every command with `--json`. */
export const printJson = (context: Context, value: unknown): void =>
  context.print(
    `${JSON.stringify(value, (_, each: unknown) => (typeof each === "bigint" ? each.toString() : each), 2)}\n`,
  );
