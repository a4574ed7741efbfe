import { once } from "node:events";
import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import type { Api } from "./app.ts";

/** An open port. */
export interface Served {
  readonly url: string;
  /** Takes no more requests, ends the streams, and waits for those under way; after so many seconds they are cut. */
  readonly close: (seconds: number) => Promise<void>;
}

/** Opens a port for the API. Port 0 is any free one. */
export async function serveApi(
  api: Api,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Served> {
  const server = createAdaptorServer({ fetch: api.app.fetch }) as Server;
  server.requestTimeout = 15 * 60_000;
  server.headersTimeout = 30_000;
  server.listen(port, host);
  await once(server, "listening");
  const address = server.address();
  const open = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${open}`,
    close: async (seconds) => {
      const over = once(server, "close");
      server.close();
      await api.close();
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), seconds * 1000);
      await over;
      clearTimeout(cut);
    },
  };
}
