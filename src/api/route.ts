import type { z } from "zod";
import type { Caller, Deps, Scope } from "./deps.ts";
import type { News } from "./events/news.ts";
import type { Streams } from "./events/open-streams.ts";

/** One route of the API, made from a declaration. Everything that is served, written down or tested is read from these. */
export interface Route<I = unknown> {
  readonly name: string;
  readonly kind: "view" | "list" | "act" | "activity" | "events" | "file" | "description" | "administration";
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below the base of the API, with members in braces. */
  readonly path: string;
  readonly summary: string;
  readonly input: z.ZodType<I>;
  /** Replies that are no problem. */
  readonly replies: readonly RouteReply[];
  readonly takes: "nothing" | "json" | "file";
  /** What a session or a key must allow; null where nobody must sign in. */
  readonly scope: Scope | null;
  /** Codes of refusals that are its own, beside those that any route may end with. */
  readonly refusals?: readonly string[];
  answer(asked: Asked, input: I): Promise<Response>;
}

export interface RouteReply {
  readonly status: 200 | 202;
  readonly type: string;
  readonly body: z.ZodType | null;
}

/** What a route answers from. */
export interface Asked {
  readonly deps: Deps;
  readonly news: News;
  readonly streams: Streams;
  readonly caller: Caller;
  readonly request: Request;
  readonly url: URL;
  readonly route: Route;
}

/** Where the API begins. */
export const basePath = "/api/v1";

/** The members of a path: `/contracts/{contract}` has `contract`. */
export const membersOf = (path: string): readonly string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, member]) => member ?? "");

/** The path as the router writes it. */
export const routerPath = (path: string): string => basePath + path.replaceAll(/\{(\w+)\}/g, ":$1");

/** The values of a path's members in a real path below the base; null where it is another path. */
export function matchPath(declared: string, real: string): Readonly<Record<string, string>> | null {
  const parts = declared.split("/");
  const given = real.split("/");
  if (parts.length !== given.length) return null;
  const members: Record<string, string> = {};
  for (const [at, part] of parts.entries()) {
    const value = given[at] ?? "";
    const member = /^\{(\w+)\}$/.exec(part)?.[1];
    if (member === undefined ? part !== value : value === "") return null;
    if (member !== undefined) members[member] = value;
  }
  return members;
}
