import type { Caller, Deps } from "./deps.ts";
import type { News } from "./events/news.ts";
import type { Streams } from "./events/open-streams.ts";
import { ProblemError } from "./reply/problem.ts";
import { type Given, parseInput, queryMembers } from "./request/parse-input.ts";
import { checkEncoding, checkLength, readBody } from "./request/read-body.ts";
import { malformed, parseJson } from "./request/well-formed.ts";
import { within } from "./request/within.ts";
import type { Route } from "./route.ts";

/** What the answers of one process share. */
export interface Shared {
  readonly deps: Deps;
  readonly news: News;
  readonly streams: Streams;
}

/**
 * Answers a request by its route. What can be refused is refused in one order: too large, wrong type, not signed in,
 * not allowed, malformed; then the view or the act answers.
 */
export async function handle(shared: Shared, route: Route, came: Came): Promise<Response> {
  const { deps } = shared;
  const { request } = came;
  if (route.takes === "json") checkLength(request, deps.limits.body);
  if (route.takes === "file") checkLength(request, deps.limits.file);
  if (route.takes !== "nothing") checkEncoding(request);
  if (route.takes === "json") checkType(request);
  const caller = route.scope === null ? nobody : await signedIn(deps, request);
  if (route.scope !== null) came.isOf?.(caller);
  if (route.scope !== null && !allows(caller, route))
    throw new ProblemError(403, "scope-missing", { detail: `Your key does not allow to ${route.scope}.` });
  const url = new URL(request.url);
  const input = parseInput(route.input, await givenOf({ deps, route, came, url }));
  const answer = route.answer({ ...shared, caller, request, url, route }, input);
  // A file may take as long as it comes: what is waited for there is each piece of it.
  return route.takes === "file" ? await answer : await within(deps.limits.seconds, answer);
}

/** A key for records alone may bring records and nothing else. */
function allows({ scopes }: Caller, { scope, path }: Route): boolean {
  const bringsRecords = path === "/contracts/{contract}/events" || path === "/contracts/{contract}/files";
  return (scope !== null && scopes.includes(scope)) || (bringsRecords && scopes.includes("records:write"));
}

/** A request with the members of its path. */
export interface Came {
  readonly request: Request;
  readonly path: Readonly<Record<string, string>>;
  /** Told whose it is, as soon as that is known. */
  readonly isOf?: (who: Caller) => void;
}

/** Nobody in particular: sees no row of any tenant. */
const nobody: Caller = { tenant: "", person: "", party: "", side: "client", scopes: [], via: "session" };

async function signedIn(deps: Deps, request: Request): Promise<Caller> {
  const caller = await deps.authenticate(request);
  if (caller) return caller;
  const detail = "Sign in, or send `Authorization: Bearer` with a key that is still valid.";
  throw new ProblemError(401, "not-signed-in", { detail, headers: { "www-authenticate": 'Bearer realm="underpin"' } });
}

/** Where there is a body, it is JSON in UTF-8. */
function checkType(request: Request): void {
  if (request.body === null || request.headers.get("content-length") === "0") return;
  const type = request.headers.get("content-type") ?? "";
  if (/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) return;
  throw new ProblemError(415, "type-not-taken", {
    detail: "Send JSON with `content-type: application/json`.",
    headers: { accept: "application/json" },
  });
}

interface Giving {
  readonly deps: Deps;
  readonly route: Route;
  readonly came: Came;
  readonly url: URL;
}

async function givenOf({ deps, route, came, url }: Giving): Promise<Given> {
  const query = queryMembers(url);
  if (route.takes !== "json") return { path: came.path, rest: query, from: "query" };
  const [odd] = Object.keys(query);
  if (odd !== undefined) throw unknownMember(odd);
  const bytes = await within(deps.limits.seconds, readBody(came.request, deps.limits.body));
  const body = bytes.byteLength === 0 ? {} : parseJson(bytes);
  if (body === null || typeof body !== "object" || Array.isArray(body))
    throw malformed("not-an-object", "The body must be a JSON object.");
  return { path: came.path, rest: body as Readonly<Record<string, unknown>>, from: "body" };
}

const unknownMember = (member: string): ProblemError =>
  new ProblemError(422, "input-refused", {
    detail: "This request takes its members in the body.",
    complaints: [{ code: "unknown-member", detail: "There is no such member here.", member }],
  });
