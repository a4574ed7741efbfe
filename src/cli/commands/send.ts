import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { Command } from "commander";
import type { OneOutput } from "../../api/client/api-types.ts";
import type { Client } from "../../api/client/open-client.ts";
import { ApiProblem } from "../../api/client/problem-error.ts";
import { Refusal } from "../../wire/refusal.ts";
import { type Context, printJson } from "../context.ts";
import { atServer, type ServerOptions, withServerOptions } from "../server/reach.ts";

interface Options extends ServerOptions {
  readonly mapping: string;
  readonly contract: string;
}

type Work = OneOutput<"/works/{work}">;

/** `underpin send FILE --mapping M --contract C`: has a server take a file in, and prints its account. */
export function sendCommand(context: Context): Command {
  const command = new Command("send")
    .description("send a file of records to a server and wait until it is taken in")
    .argument("<file>", "CSV, Excel, JSON Lines, XES or iCalendar; plain, gzip or zip")
    .requiredOption("-m, --mapping <mapping>", "the mapping that reads it")
    .requiredOption("-c, --contract <contract>", "the contract it is of");
  return withServerOptions(command).action(async (file: string, options: Options) => {
    const work = await atServer(context, options, (client) => sent(context, client, { ...options, file }));
    if (work === null) context.print(`${file} was sent. This key may not read how far it is.\n`);
    else if (options.json) printJson(context, work);
    else if (work.state === "done") context.print(`${basename(file)}: ${accountOf(work)}\n`);
    if (work?.state === "failed") throw new Refusal("file-not-taken-in", work.message);
    context.exitWith(0);
  });
}

async function sent(
  context: Context,
  client: Client,
  { file, contract, mapping }: Options & { readonly file: string },
): Promise<Work | null> {
  const bar = context.progress();
  const { size } = await stat(file);
  try {
    const body = Readable.toWeb(counted(file, (bytes) => bar.show(file, bytes, size))) as ReadableStream<Uint8Array>;
    const { work } = await client.sendFile({ contract, mapping, name: basename(file) }, body);
    return await ended(client, work, ({ message, done, total }) => bar.count(message, done, total));
  } finally {
    bar.end();
  }
}

function counted(file: string, onBytes: (bytes: number) => void): Readable {
  const stream = createReadStream(file);
  return stream.on("data", () => onBytes(stream.bytesRead));
}

/** Waits for the end of a work; null where the key may bring records and read nothing. */
async function ended(client: Client, id: string, onStep: (work: Work) => void): Promise<Work | null> {
  for (let seconds = 0.1; ; seconds = Math.min(seconds * 1.5, 2)) {
    const work = await client.read("/works/{work}", { work: id }).catch((error: unknown) => {
      if (error instanceof ApiProblem && error.code === "scope-missing") return null;
      throw error;
    });
    if (work === null || work.state === "done" || work.state === "failed") return work;
    onStep(work);
    await wait(seconds * 1000);
  }
}

/** `12 rows: 10 used, 1 repeated, 1 held, 0 left.` */
function accountOf({ output }: Work): string {
  const { account } = output as { readonly account: Readonly<Record<string, number>> };
  const parts = ["used", "repeated", "held", "left"].map((word) => `${account[word] ?? 0} ${word}`);
  return `${account.rows} rows: ${parts.join(", ")}.`;
}
