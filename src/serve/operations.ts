import { createHash, timingSafeEqual } from "node:crypto";
import { getConnInfo } from "@hono/node-server/conninfo";
import { type Context, Hono } from "hono";
import type { Measures } from "./measures.ts";

/** What the routes for operators ask. */
export interface Operations {
  readonly measures: Pick<Measures, "text">;
  /** Asked of whoever reads the metrics; null: they are given to this machine only. */
  readonly metricsToken: string | null;
  /** What must hold before requests are sent here, each by its name; one that fails or is silent says why. */
  readonly checks: Readonly<Record<string, () => Promise<void>>>;
  /** Seconds that a check may take. */
  readonly patience?: number;
  /** Where a request came from; by default, its connection. */
  readonly addressOf?: (c: Context) => string | undefined;
}

/** Routes for operators: does the process live, may requests be sent to it, and what it counts. */
export function operations(parts: Operations): Hono {
  const app = new Hono();
  app.get("/health", (c) => c.json({ status: "lives" }));
  app.get("/ready", async (c) => {
    const reasons = await failing(parts);
    return c.json(
      reasons.length === 0 ? { status: "ready" } : { status: "not ready", reasons },
      reasons.length === 0 ? 200 : 503,
    );
  });
  app.get("/metrics", async (c) => {
    if (!mayRead(parts, c)) return c.text("Send the token of UNDERPIN_METRICS_TOKEN as a bearer token.\n", 401);
    return c.text(await parts.measures.text(), 200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" });
  });
  return app;
}

async function failing({ checks, patience = 2 }: Operations): Promise<readonly string[]> {
  const said = await Promise.all(
    Object.entries(checks).map(([name, check]) =>
      within(patience, check()).then(
        () => null,
        (error: unknown) => `${name}: ${error instanceof Error ? error.message : "failed"}`,
      ),
    ),
  );
  return said.filter((reason) => reason !== null);
}

async function within(seconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`no answer within ${seconds} s`)), seconds * 1000);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Behind a proxy every request comes from this machine, so one that was passed on needs the token. */
function mayRead({ metricsToken, addressOf = connected }: Operations, c: Context): boolean {
  if (metricsToken !== null) return isToken(c.req.header("authorization"), metricsToken);
  const passedOn = ["forwarded", "x-forwarded-for", "x-real-ip"].some((name) => c.req.header(name) !== undefined);
  return !passedOn && isLoopback(addressOf(c) ?? "");
}

const connected = (c: Context): string | undefined => getConnInfo(c).remote.address;
const isLoopback = (address: string): boolean => address === "::1" || /^(?:::ffff:)?127\./.test(address);

/** Takes the same time whatever was sent. */
function isToken(header: string | undefined, token: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(header ?? ""), digest(`Bearer ${token}`));
}
