import { z } from "zod";
import { readReply } from "../reply/etag.ts";
import type { Route } from "../route.ts";
import { openApiOf } from "./document.ts";

/** The OpenAPI document of the routes; whoever can reach the server may read it. */
export function descriptionRoute(routes: readonly Route[]): Route<Record<string, never>> {
  let made: unknown;
  const own: Route<Record<string, never>> = {
    name: "description",
    kind: "description",
    method: "GET",
    path: "/openapi.json",
    summary: "This description of the API (OpenAPI 3.1).",
    input: z.strictObject({}),
    replies: [{ status: 200, type: "application/json", body: z.looseObject({ openapi: z.literal("3.1.1") }) }],
    takes: "nothing",
    scope: null,
    answer: async ({ deps, request }) => {
      made ??= openApiOf([...routes, own as Route], deps.version);
      return readReply(request, made);
    },
  };
  return own;
}
