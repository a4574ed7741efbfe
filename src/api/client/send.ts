import { problemIn } from "./problem-error.ts";

/** How a client reaches the server. */
export interface ClientSettings {
  /** The address of the server, without the path of the API. */
  readonly url: string;
  /** An API key; without one the cookies of the page go along. */
  readonly key?: string;
  readonly fetch: typeof fetch;
  /** A new text for each write, by which the server knows one that is sent again. */
  readonly newKey: () => string;
  /** How often a request is sent again where the server is away or busy, and how many seconds lie between. */
  readonly again?: { readonly times: number; readonly seconds: number };
}

export interface Sent {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** A file that is sent as it is: what is said of it stands in the address. */
export interface SentFile {
  readonly path: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly body: Blob | ReadableStream<Uint8Array>;
}

/** Sends a file, once: a stream cannot be read again. Throws an `ApiProblem` where it is refused. */
export async function sendFile(settings: ClientSettings, sent: SentFile): Promise<Response> {
  const { path, rest } = filled(sent);
  const headers = new Headers({ "content-type": "application/octet-stream" });
  if (settings.key !== undefined) headers.set("authorization", `Bearer ${settings.key}`);
  const url = `${settings.url}/api/v1${path}${queryOf(rest)}`;
  const init = { method: "POST", headers, body: sent.body, duplex: "half" };
  const answer = await settings.fetch(url, init as RequestInit);
  if (!answer.ok) throw await problemIn(answer);
  return answer;
}

/** Sends a request and gives the answer; throws an `ApiProblem` where it is refused. Members of the path come from the input. */
export async function send(settings: ClientSettings, sent: Sent): Promise<Response> {
  const { path, rest } = filled(sent);
  const isRead = sent.method === "GET";
  const headers = new Headers(sent.headers);
  if (settings.key !== undefined) headers.set("authorization", `Bearer ${settings.key}`);
  if (!isRead) {
    headers.set("content-type", "application/json");
    if (!headers.has("idempotency-key")) headers.set("idempotency-key", settings.newKey());
  }
  const url = `${settings.url}/api/v1${path}${isRead ? queryOf(rest) : ""}`;
  const init: RequestInit = { method: sent.method, headers, ...(isRead ? {} : { body: JSON.stringify(rest) }) };
  return await patiently(settings, () =>
    settings.fetch(url, { ...init, ...(sent.signal ? { signal: sent.signal } : {}) }),
  );
}

/** Every request may be sent again: reads by nature, writes by their key. */
async function patiently(
  { again = { times: 3, seconds: 1 } }: ClientSettings,
  ask: () => Promise<Response>,
): Promise<Response> {
  for (let time = 0; ; time++) {
    const last = time >= again.times;
    const answer = await ask().catch((error: unknown) => {
      if (last || (error instanceof Error && error.name === "AbortError")) throw error;
      return null;
    });
    if (answer?.ok) return answer;
    const isAway = answer === null || [429, 502, 503, 504].includes(answer.status);
    if (answer !== null && (last || !isAway)) throw await problemIn(answer);
    const told = Number(answer?.headers.get("retry-after") ?? again.seconds * 2 ** time);
    await answer?.body?.cancel();
    await new Promise((done) => setTimeout(done, Math.min(Number.isFinite(told) ? told : again.seconds, 60) * 1000));
  }
}

function filled({ path, input }: Pick<Sent, "path" | "input">): {
  readonly path: string;
  readonly rest: Readonly<Record<string, unknown>>;
} {
  const rest = { ...input };
  const whole = path.replaceAll(/\{(\w+)\}/g, (_, member: string) => {
    const value = rest[member];
    delete rest[member];
    return encodeURIComponent(String(value));
  });
  return { path: whole, rest };
}

function queryOf(rest: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [member, value] of Object.entries(rest))
    if (value !== undefined && value !== null) query.set(member, String(value));
  return query.size === 0 ? "" : `?${query}`;
}
