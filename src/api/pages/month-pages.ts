import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { writeHtml } from "../../documents/html/write-html.ts";
import type { Report } from "../../engine/report/report.ts";
import type { Gate } from "../../store/gate.ts";
import { readReportRevision } from "../../store/results/read-report.ts";
import type { Caller } from "../deps.ts";
import { notFound, problemResponse } from "../reply/problem.ts";

/** What the pages of months are made from. */
export interface MonthPages {
  readonly gate: Gate;
  readonly authenticate: (request: Request) => Promise<Caller | null>;
}

/** The address of the report of a month as a page. */
export const monthPage = (contract: string, period: string): string =>
  `/contracts/${encodeURIComponent(contract)}/months/${encodeURIComponent(period)}`;

/** The last report of a month as its page, the one the command line writes: whole for the provider, the client's own for the client. */
export function monthPages({ gate, authenticate }: MonthPages): Hono {
  const app = new Hono();
  app.use(
    "/contracts/:contract/months/:period",
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'unsafe-inline'"],
        fontSrc: ["data:"],
        imgSrc: ["data:"],
        frameAncestors: ["'none'"],
      },
    }),
  );
  app.get("/contracts/:contract/months/:period", async (c) => {
    const caller = await authenticate(c.req.raw);
    if (caller === null) return c.redirect(`/sign-in?next=${encodeURIComponent(c.req.path)}`);
    const { contract, period } = c.req.param();
    const { tenant, person, party, side } = caller;
    const audience = side === "client" ? ("client" as const) : ("provider" as const);
    const found = await gate.unit({ tenant, person, party, side }, (unit) =>
      readReportRevision(unit, { contract, period, audience }),
    );
    if (found === null) return problemResponse(notFound(), c.res.headers.get("x-request-id") ?? "");
    c.header("cache-control", "private, no-store");
    return c.html(writeHtml(reportOf(found.report)));
  });
  return app;
}

/** The value that was stored when the month was measured; its digest is stored beside it. */
const reportOf = (stored: unknown): Report => stored as Report;
