import { z } from "zod";
import type { Activity } from "../activities/activity.ts";
import { lockName } from "../store/lock-name.ts";
import type { Act, Acting, Reply } from "./act.ts";
import { activityAct } from "./acts/activity-act.ts";
import { checkMatch, etagOf, readReply } from "./reply/etag.ts";
import { notFound } from "./reply/problem.ts";
import { cursorOf, keyOf, unreadable } from "./request/cursor.ts";
import { once, repeatableOf } from "./request/idempotency.ts";
import { pageMembers } from "./request/members.ts";
import { type Asked, basePath, type Route } from "./route.ts";
import type { AnyView, ListView, View } from "./view.ts";

/** What the routes are made from. */
export interface Declarations {
  readonly views: readonly AnyView[];
  readonly acts: readonly Act[];
  readonly activities: readonly Activity[];
}

/** Every route of the declarations. */
export const routesOf = ({ views, acts, activities }: Declarations): readonly Route[] => [
  ...views.map((each) => (each.kind === "one" ? viewRoute(each) : listRoute(each))),
  ...acts.map((each) => actRoute(movesOn(each) ? { ...each, refusals: ofAny(activities) } : each, views, "act")),
  ...activities.map((each) => actRoute(activityAct(each), views, "activity")),
];

/** Whoever answers or approves last causes the work of an activity, and meets its refusals. */
const movesOn = ({ path }: Act): boolean => path.startsWith("/undertakings/");

const ofAny = (activities: readonly Activity[]): readonly string[] => [
  ...new Set(activities.flatMap(({ refusals = [] }) => refusals)),
];

function viewRoute(view: View): Route {
  return {
    ...named(view),
    kind: "view",
    method: "GET",
    input: strict(view.input),
    replies: [{ status: 200, type: "application/json", body: view.output }],
    takes: "nothing",
    scope: "read",
    answer: async (asked, input) => {
      const body = await asked.deps.gate.unit(asked.caller, (unit) => view.read(unit, input));
      if (body === null) throw notFound();
      return readReply(asked.request, view.output.parse(body));
    },
  };
}

function listRoute(list: ListView): Route {
  return {
    ...named(list),
    kind: "list",
    method: "GET",
    input: strict(list.input, pageMembers),
    replies: [{ status: 200, type: "application/json", body: pageOf(list.item) }],
    takes: "nothing",
    scope: "read",
    answer: (asked, input) => answerList(list, asked, input as PageInput),
  };
}

/** The body of a list: its items, and where the next page begins. */
export const pageOf = <T>(item: z.ZodType<T>) =>
  z.strictObject({
    items: z.array(item),
    next: z.string().nullable().describe("The cursor of the next page; null at the end"),
  });

interface PageInput {
  readonly limit: number;
  readonly cursor?: string;
}

async function answerList(list: ListView, asked: Asked, { limit, cursor, ...filters }: PageInput): Promise<Response> {
  const after = keyOf(list.path, cursor);
  const page = { after, limit: limit + 1 };
  const rows = await asked.deps.gate
    .unit(asked.caller, (unit) => list.read(unit, filters, page))
    .catch((error: unknown) => {
      throw cursor !== undefined && isOddValue(error) ? unreadable() : error;
    });
  if (rows === null) throw notFound();
  const items = rows.slice(0, limit).map((row) => list.item.parse(row));
  const last = items.at(-1);
  const next = rows.length > limit && last !== undefined ? cursorOf(list.path, list.key(last)) : null;
  return readReply(asked.request, { items, next }, next === null ? {} : { link: linkTo(asked.url, next) });
}

/** A value that the database cannot take for its column, as of a cursor that somebody made up. */
const isOddValue = (error: unknown): boolean =>
  error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("22");

function linkTo(url: URL, cursor: string): string {
  const query = new URLSearchParams(url.searchParams);
  query.set("cursor", cursor);
  return `<${url.pathname}?${query}>; rel="next"`;
}

function actRoute(act: Act, views: readonly AnyView[], kind: "act" | "activity"): Route {
  const replaced = views.find((each): each is View => each.kind === "one" && each.path === act.path);
  return {
    ...named(act),
    kind,
    method: act.method,
    input: strict(act.input),
    replies: [
      { status: 200, type: "application/json", body: act.output },
      ...(kind === "activity" ? [{ status: 202 as const, type: "application/json", body: act.output }] : []),
    ],
    takes: "json",
    scope: "write",
    refusals: act.refusals ?? [],
    answer: async (asked, input) => {
      const before = versionCheck(replaced, asked, input);
      const { gate, runner, now } = asked.deps;
      const own = { gate, who: asked.caller, now: now() };
      const repeatable = repeatableOf(asked.request, { route: `${act.method} ${act.path}`, input });
      const made = await once({ ...own, repeatable }, (also) => act.run({ ...own, runner, before, also }, input));
      return actReply(made);
    },
  };
}

/**
 * Where the writer says which version it saw, that one must still stand when it is replaced. Writers of the same thing
 * wait for each other, so that the second sees what the first wrote.
 */
function versionCheck(replaced: View | undefined, { request }: Asked, input: unknown): Acting["before"] {
  if (replaced === undefined || !request.headers.has("if-match")) return async () => {};
  return async (unit) => {
    const own = z.object(shapeOf(replaced.input)).parse(input);
    await lockName(unit, `${replaced.path} ${JSON.stringify(own)}`);
    const body = await replaced.read(unit, own);
    checkMatch(request, body === null ? null : etagOf(replaced.output.parse(body)));
  };
}

function actReply({ status, body, again }: Reply & { readonly again: "again" | "first" }): Response {
  const undertaking = body !== null && typeof body === "object" && "undertaking" in body ? body.undertaking : null;
  return Response.json(body, {
    status,
    headers: {
      "cache-control": "no-store",
      ...(again === "again" ? { "idempotency-replayed": "true" } : {}),
      ...(status === 202 ? { location: `${basePath}/undertakings/${undertaking}` } : {}),
    },
  });
}

const named = ({ name, path, summary }: { name: string; path: string; summary: string }) => ({ name, path, summary });

/** The schema with what every list takes beside, and no members that nobody declared. */
function strict(schema: z.ZodType, beside: z.ZodRawShape = {}): z.ZodType {
  return schema instanceof z.ZodObject ? z.strictObject({ ...schema.shape, ...beside }) : schema;
}

const shapeOf = (schema: z.ZodType): z.ZodRawShape => (schema instanceof z.ZodObject ? schema.shape : {});
