import { canonical, sha256 } from "../../store/canonical.ts";
import { ProblemError } from "./problem.ts";

/** The entity tag of a body: the same for the same value, strong. */
export const etagOf = (body: unknown): string => `"${sha256(canonical(body))}"`;

/** True where a header of tags (`If-Match`, `If-None-Match`) names this one. */
export const names = (header: string | null, etag: string): boolean =>
  (header ?? "").split(",").some((each) => each.trim() === "*" || each.trim().replace(/^W\//, "") === etag);

/** A value that was read, or 304 where the reader has it already. */
export function readReply(request: Request, body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  const etag = etagOf(body);
  const all = { ...headers, etag, "cache-control": "private, no-cache", vary: "Authorization, Cookie" };
  if (names(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers: all });
  return Response.json(body, { headers: all });
}

/** Refuses to replace a version that is not the one the writer saw. */
export function checkMatch(request: Request, current: string | null): void {
  const header = request.headers.get("if-match");
  if (header === null || (current !== null && names(header, current))) return;
  throw new ProblemError(412, "changed-since", {
    detail: "It was changed since you read it. Read it again and decide anew.",
  });
}
