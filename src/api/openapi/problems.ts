import { refusalsOfRoles, statusOf } from "../reply/status-of.ts";
import { membersOf, type Route } from "../route.ts";

/** The problems that a route may end with, by status: what OpenAPI lists and what the tests look for. */
export function problemsOf(route: Route): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  const may = (status: number, ...codes: readonly string[]): void =>
    void found.set(status, [...(found.get(status) ?? []), ...codes]);
  if (route.scope !== null) {
    may(401, "not-signed-in");
    may(403, "scope-missing");
    may(422, "input-refused");
    may(503, "busy", "database-away", "too-slow");
  }
  may(400, "member-twice", "text-not-storable");
  if (membersOf(route.path).length > 0) may(404, "not-found");
  if (route.takes !== "nothing") {
    may(413, "too-large");
    may(415, "encoding-not-taken");
  }
  if (route.scope === "write" || (route.scope === "admin" && route.method !== "GET")) may(403, "foreign-origin");
  if (route.takes === "json") {
    may(400, "not-json", "not-an-object", "not-utf-8", "too-deep", "idempotency-key-unreadable");
    may(415, "type-not-taken");
    may(422, "idempotency-key-reused");
    may(409, "already-there");
    may(412, "changed-since");
  }
  const own = [...(route.refusals ?? []), ...refusalsOfKind(route)];
  for (const code of new Set(own)) if (!found.get(statusOf(code))?.includes(code)) may(statusOf(code), code);
  if (route.kind === "administration") may(403, "administrator-only");
  if (route.path === "/backup") may(403, "several-tenants");
  if (route.kind === "list") may(422, "cursor-unreadable");
  if (route.kind === "events") may(429, "too-many-streams");
  if (route.takes === "file") {
    may(400, "file-empty");
    may(403, "not-responsible");
    may(404, "unknown-mapping");
  }
  may(500, "fault");
  return found;
}

/** What the runner may refuse when somebody moves on what was started. */
export const refusalsOfSteps: readonly string[] = [
  ...["unknown-undertaking", "undertaking-over", "not-asked-yet", "reason-missing", "not-prepared"],
  ...["no-approval", "already-approved", "concerns-nobody"],
];

function refusalsOfKind({ kind, path }: Route): readonly string[] {
  if (kind === "activity") return [...refusalsOfRoles, "concerns-nobody", "no-such-contract"];
  return path.startsWith("/undertakings/") ? [...refusalsOfRoles, ...refusalsOfSteps] : [];
}
