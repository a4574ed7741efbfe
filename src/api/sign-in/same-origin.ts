const unsafe = (method: string): boolean => !["GET", "HEAD", "OPTIONS"].includes(method);

/**
 * True where a request may change something by the cookie it carries: browsers say where it comes from, and a browser
 * that says nothing is not believed. Requests without cookie carry no right, so nobody can borrow it.
 */
export function maySend(request: Request, baseUrl: string): boolean {
  if (!unsafe(request.method)) return true;
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  if (origin !== null) return origin === new URL(baseUrl).origin;
  return site === "same-origin" || request.headers.get("cookie") === null;
}

/** A path of this server to go on to; anything else, another server above all, becomes the start page. */
export function ownPath(text: string | null | undefined): string {
  if (!text || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text) || text.includes("\\")) return "/";
  const base = "http://own.invalid";
  const url = URL.parse(text, base);
  return url?.origin === base ? url.pathname + url.search : "/";
}
