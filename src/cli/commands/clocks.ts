import { Command } from "commander";
import type { Item } from "../../api/client/api-types.ts";
import type { Client } from "../../api/client/open-client.ts";
import { columnsText, type TextColumn } from "../../desk/columns-text.ts";
import { type Context, printJson } from "../context.ts";
import { atServer, type ServerOptions, withServerOptions } from "../server/reach.ts";
import { instantWords, lengthWords } from "../server/time-words.ts";

interface Options extends ServerOptions {
  readonly agreement?: string;
  readonly live?: true;
}

type Clock = Item<"/contracts/{contract}/clocks">;

/** `underpin clocks CONTRACT`: the clocks that run at a server, those that are missed first at the top. */
export function clocksCommand(context: Context): Command {
  const command = new Command("clocks")
    .description("the clocks that run now, by the time that is left until they are missed")
    .argument("<contract>", "the contract")
    .option("-a, --agreement <agreement>", "of one agreement")
    .option("--live", "again whenever a clock changes, until it is stopped");
  return withServerOptions(command).action(async (contract: string, options: Options) => {
    await atServer(context, options, async (client) => {
      const asked = { ...options, contract };
      await board(context, client, { ...asked, at: context.now });
      if (options.live) await follow(client, contract, (at) => board(context, client, { ...asked, at }));
    });
    context.exitWith(0);
  });
}

interface Asked extends Options {
  readonly contract: string;
  /** Since when the time that is left is counted. */
  readonly at: number;
}

async function board(context: Context, client: Client, { contract, agreement, json, at }: Asked): Promise<void> {
  const asked = { contract, limit: 500, ...(agreement === undefined ? {} : { agreement }) };
  const all: Clock[] = [];
  for await (const clock of client.all("/contracts/{contract}/clocks", asked)) all.push(clock);
  const clocks = all.toSorted((a, b) => (a.due ?? last) - (b.due ?? last));
  if (json) printJson(context, clocks);
  else if (clocks.length === 0) context.print("No clock runs that you may see.\n");
  else context.print(columnsText(columnsAt(at), clocks, context.terminal.width));
}

/** Clocks that stand still are due at no instant that is known; they come last. */
const last = Number.POSITIVE_INFINITY;

/** Calls whenever clocks of the contract have changed, with the instant of the change by the clock of the server. */
async function follow(client: Client, contract: string, onChange: (at: number) => Promise<void>): Promise<void> {
  for await (const event of client.events({ topics: ["clock.changed", "clock.warning"] })) {
    if (event.contract === contract) await onChange(event.at);
  }
}

const columnsAt = (now: number): readonly TextColumn<Clock>[] => [
  { head: "Left", side: "right", cell: ({ due }) => (due === null ? "" : leftWords(due - now)) },
  { head: "Due", side: "left", cell: ({ due }) => (due === null ? "" : instantWords(due)) },
  { head: "Record", side: "left", cell: ({ record }) => record },
  { head: "State", side: "left", cell: ({ state }) => state },
  { head: "Service level", side: "left", cell: ({ agreement, level }) => `${agreement}/${level}` },
  { head: "Held by", side: "left", cell: ({ holder }) => holder ?? "" },
];

const leftWords = (seconds: number): string => (seconds >= 0 ? lengthWords(seconds) : `-${lengthWords(-seconds)}`);
