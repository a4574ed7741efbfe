import { Command } from "commander";
import { type InspectedFile, inspectFile } from "../../desk/inspect-file.ts";
import { type Context, printJson } from "../context.ts";

interface Options {
  readonly json?: true;
  readonly mapping?: true;
}

/** `underpin inspect FILE`: what a file of records seems to hold, and the mapping proposed from it. */
export function inspectCommand(context: Context): Command {
  return new Command("inspect")
    .description("say what a file of records seems to hold, and propose a mapping from the file itself")
    .argument("<file>", "CSV, Excel, JSON Lines, XES or iCalendar; plain, gzip or zip")
    .option("--mapping", "print the proposed mapping alone, to be saved as YAML")
    .option("--json", "print as JSON")
    .action(async (file: string, { json, mapping }: Options) => {
      const bar = context.progress();
      const seen = await inspectFile(file, bar.show).finally(bar.end);
      if (json) printJson(context, seen);
      else if (mapping) context.print(seen.yaml);
      else
        context.print(
          `${written(seen)}${seen.yaml === "" ? "" : `\nProposed mapping (save it with --mapping):\n\n${seen.yaml}`}`,
        );
      context.exitWith(0);
    });
}

function written({ file, form, rows, columns, stamps, gives, rowsAre, missing, groups }: InspectedFile): string {
  const width = Math.min(32, Math.max(6, ...columns.map(({ name }) => name.length)));
  return [
    `${file}: ${form.kind}, ${form.encoding}, ${rows.toLocaleString("en-GB")} rows (${form.reasons.join("; ")})`,
    `It gives ${gives.value}${doubt(gives)}: ${gives.reason}`,
    `Its rows are ${rowsAre.value}${doubt(rowsAre)}: ${rowsAre.reason}`,
    `Its stamps are ${stamps.order}${doubt(stamps)}: ${stamps.reason}`,
    `Nothing is known where it says: ${missing.map((mark) => (mark === "" ? "(empty)" : mark)).join(", ") || "(no mark found)"}`,
    "",
    `${"Column".padEnd(width)}  Filled  Values  Role`,
    ...columns.map((column) => row(column, width)),
    ...groups.map(({ code, about, total }) => `! ${code} ${about} (${total})`),
    "",
  ].join("\n");
}

const doubt = ({ sure }: { readonly sure: boolean }): string => (sure ? "" : " (a guess: look at it)");

function row(column: InspectedFile["columns"][number], width: number): string {
  const { name, filled, distinct, role, examples } = column;
  const share = `${Math.round((filled.part * 100) / Math.max(filled.whole, 1))} %`.padStart(6);
  const count = `${distinct.count}${distinct.more ? "+" : ""}`;
  const means =
    role === null ? `e.g. ${examples.slice(0, 3).join(", ")}` : `${role.role}${doubt(role)}: ${role.reason}`;
  return `${name.slice(0, width).padEnd(width)}  ${share}  ${count.padStart(6)}  ${means}`;
}
