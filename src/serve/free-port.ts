import { once } from "node:events";
import { createServer } from "node:net";
import type { Config } from "../config.ts";

/**
 * The configuration with a port that is free, where any is asked for (0). Links and the check of origins need the
 * address before anything listens there.
 */
export async function withPort(config: Config): Promise<Config> {
  if (config.port !== 0) return config;
  const server = createServer().listen(0, config.host);
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  server.close();
  await once(server, "close");
  return { ...config, port, url: config.url.replace(/:0$/, `:${port}`) };
}
