import { refusalsOfRoles } from "../reply/status-of.ts";
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
  if (route.takes !== "nothing") may(413, "too-large");
  if (route.scope === "write") may(403, "foreign-origin");
  if (route.takes === "json") {
    may(400, "not-json", "not-an-object", "not-utf-8", "too-deep", "idempotency-key-unreadable");
    may(415, "type-not-taken");
    may(422, "idempotency-key-reused");
    may(409, "already-there");
    may(412, "changed-since");
  }
  if (route.kind === "activity" || route.path.startsWith("/undertakings/")) may(403, ...refusalsOfRoles);
  if (route.kind === "list") may(422, "cursor-unreadable");
  if (route.kind === "events") may(429, "too-many-streams");
  if (route.takes === "file") may(400, "file-empty");
  may(500, "fault");
  return found;
}
