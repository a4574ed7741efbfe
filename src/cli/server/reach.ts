import type { Command } from "commander";
import { type Client, openClient } from "../../api/client/open-client.ts";
import { Refusal } from "../../wire/refusal.ts";
import type { Context } from "../context.ts";
import { asRefusal } from "./as-refusal.ts";

/** How a server is reached, as the environment says and by what means. */
export interface Reaching {
  /** Of UNDERPIN_SERVER and UNDERPIN_KEY; null where they are not set. */
  readonly url: string | null;
  readonly key: string | null;
  readonly fetch: typeof fetch;
  readonly newKey: () => string;
}

/** The options by which a command is told which server it works against. */
export interface ServerOptions {
  readonly server?: string;
  readonly key?: string;
  readonly json?: true;
}

/** Adds the options of a server to a command. */
export const withServerOptions = (command: Command): Command =>
  command
    .option("--server <address>", "the server, such as https://underpin.example.com (default: UNDERPIN_SERVER)")
    .option("--key <key>", "a key of yours (default: UNDERPIN_KEY, which other users of the machine do not see)")
    .option("--json", "print what the server answers as JSON");

/** Works with the server that the options or the environment name; whatever it refuses becomes a sentence. */
export async function atServer<T>(
  { server: reaching }: Context,
  options: ServerOptions,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const [url, key] = [options.server ?? reaching.url, options.key ?? reaching.key];
  if (url === null) {
    throw new Refusal("no-server", "Say which server: --server https://underpin.example.com, or set UNDERPIN_SERVER.");
  }
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new Refusal("server-unreadable", `'${url}' is no address. Write one such as https://underpin.example.com.`);
  }
  if (key === null) {
    throw new Refusal("no-key", "Say by which key: set UNDERPIN_KEY, or --key. Keys are made by POST /api/v1/keys.");
  }
  const { fetch, newKey } = reaching;
  const root = url.replace(/\/+$/, "");
  try {
    return await work(openClient({ url: root, key, fetch, newKey, again: { times: 2, seconds: 1 } }));
  } catch (error) {
    throw asRefusal(error, root);
  }
}
