import { Command } from "commander";
import type { OneOutput } from "../../api/client/api-types.ts";
import { columnsText, type TextColumn } from "../../desk/columns-text.ts";
import { type Context, printJson } from "../context.ts";
import { atServer, type ServerOptions, withServerOptions } from "../server/reach.ts";

interface Options extends ServerOptions {
  readonly from?: string;
  readonly until?: string;
}

type Month = OneOutput<"/months">["months"][number];

/** `underpin months [CONTRACT]`: the months that a server has measured, with verdicts and credits. */
export function monthsCommand(context: Context): Command {
  const command = new Command("months")
    .description("the months that a server has measured: counts of verdicts, and credits")
    .argument("[contract]", "one contract; all of them where it is left out")
    .option("--from <month>", "the first month, such as 2026-01")
    .option("--until <month>", "the last month");
  return withServerOptions(command).action(async (contract: string | undefined, { from, until, ...rest }: Options) => {
    const span = { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
    const { months: all } = await atServer(context, rest, (client) => client.read("/months", span));
    const months = all.filter((month) => contract === undefined || month.contract === contract);
    if (rest.json) printJson(context, months);
    else if (months.length === 0) context.print("No month is measured that you may see.\n");
    else context.print(columnsText(columns, months, context.terminal.width));
    context.exitWith(0);
  });
}

/** What the server keeps of a report for its overview. */
interface Summary {
  readonly counts: Readonly<Record<string, number>>;
  readonly credits: readonly { readonly plan: string; readonly settled: { readonly text: string } }[];
}

const summaryOf = ({ summary }: Month): Summary => summary as Summary;

const counted = (head: string, verdict: string): TextColumn<Month> => ({
  head,
  side: "right",
  cell: (month) => String(summaryOf(month).counts[verdict] ?? 0),
});

const columns: readonly TextColumn<Month>[] = [
  { head: "Contract", side: "left", cell: ({ contract }) => contract },
  { head: "Month", side: "left", cell: ({ period }) => period },
  counted("Met", "met"),
  counted("At minimum", "at minimum"),
  counted("Missed", "missed"),
  counted("Undetermined", "undetermined"),
  counted("Held", "held"),
  { head: "Closed", side: "left", cell: ({ closed }) => (closed ? "yes" : "no") },
  {
    head: "Credits",
    side: "left",
    cell: (month) =>
      summaryOf(month)
        .credits.map(({ plan, settled }) => `${plan} ${settled.text}`)
        .join(", "),
  },
];
