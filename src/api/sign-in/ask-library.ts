import type { Door } from "./door.ts";
import type { Library } from "./library.ts";
import { addressHeader, libraryPath } from "./library-options.ts";

/** A request as it came, and the address of the network it came from. */
export interface Came {
  readonly request: Request;
  readonly address: string;
}

/** Asks a route of the library on behalf of a request, whose cookies go with it. */
export async function askLibrary(
  door: Door,
  came: Came,
  { path, body, library = door.library }: { path: string; body: Readonly<Record<string, unknown>>; library?: Library },
): Promise<Response> {
  const headers = new Headers({
    "content-type": "application/json",
    origin: door.origin,
    [addressHeader]: came.address,
  });
  for (const name of ["cookie", "user-agent"]) {
    const value = came.request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const url = `${door.settings.baseUrl.replace(/\/$/, "")}${libraryPath}${path}`;
  return withoutToken(await library.handle(new Request(url, { method: "POST", headers, body: JSON.stringify(body) })));
}

/** An answer without the token of the session, which belongs into the cookie alone, where no script reads it. */
export async function withoutToken(response: Response): Promise<Response> {
  if (!response.headers.get("content-type")?.includes("application/json")) return response;
  const text = await response.text();
  const { status } = response;
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  const body: unknown = text === "" ? null : JSON.parse(text);
  if (typeof body !== "object" || body === null) return new Response(text, { status, headers });
  return new Response(JSON.stringify({ ...body, token: undefined, session: undefined }), { status, headers });
}
