import type { z } from "zod";
import type {
  ActInput,
  ActOutput,
  ActPath,
  Declared,
  FileInput,
  FileSent,
  Item,
  ListInput,
  ListPath,
  OneInput,
  OneOutput,
  OnePath,
  PageOf,
  Started,
} from "./api-types.ts";
import { type ApiEvent, type Listening, readEvents } from "./read-events.ts";
import { type ClientSettings, send, sendFile } from "./send.ts";

/** The API as functions. Paths, inputs and answers are those of the server's declarations, known to the compiler alone. */
export interface Client {
  /** Reads one thing: `client.read("/contracts/{contract}", { contract: "harbour-services" })`. */
  readonly read: <P extends OnePath>(path: P, input: OneInput<P>) => Promise<OneOutput<P>>;
  /** Reads a page of a list. */
  readonly page: <P extends ListPath>(path: P, input: ListInput<P> & Paging) => Promise<PageOf<Item<P>>>;
  /** Reads all items of a list, a page at a time. */
  readonly all: <P extends ListPath>(path: P, input: ListInput<P> & Paging) => AsyncGenerator<Item<P>>;
  /** Answers, decides, withdraws, receives. */
  readonly act: <P extends ActPath>(path: P, input: ActInput<P>, how?: Sending) => Promise<ActOutput<P>>;
  /** Starts an activity: `client.start<typeof closeAPeriod>("POST", "/contracts/{contract}/…", input)`. */
  readonly start: <A extends Declared>(
    method: "POST" | "PUT" | "DELETE",
    path: A["path"],
    sent: { readonly input: z.input<A["input"]> } & Sending,
  ) => Promise<Started<A>>;
  /** Hands in a file of records; the work that is named in the answer takes it in. */
  readonly sendFile: (about: FileInput, body: Blob | ReadableStream<Uint8Array>) => Promise<FileSent>;
  readonly events: (listening?: Listening) => AsyncGenerator<ApiEvent>;
}

export interface Paging {
  readonly limit?: number;
  readonly cursor?: string;
}

export interface Sending {
  /** The ETag of the version that is replaced. */
  readonly ifMatch?: string;
  /** A key of one's own, where the same request may be sent again later. */
  readonly idempotencyKey?: string;
}

/** Opens a client; it holds no connection. */
export function openClient(settings: ClientSettings): Client {
  const get = async (path: string, input: object): Promise<unknown> =>
    (await send(settings, { method: "GET", path, input: { ...input } })).json();
  const write = async (
    method: "POST" | "PUT" | "DELETE",
    path: string,
    { input, ...how }: { input: object } & Sending,
  ): Promise<unknown> => (await send(settings, { method, path, input: { ...input }, headers: headersOf(how) })).json();
  const page: Client["page"] = async (path, input) => (await get(path, input as object)) as never;
  return {
    read: async (path, input) => (await get(path, input as object)) as never,
    page,
    all: async function* (path, input) {
      let cursor: string | null | undefined = (input as Paging).cursor;
      do {
        const part: PageOf<Item<typeof path>> = await page(path, { ...input, ...(cursor ? { cursor } : {}) });
        yield* part.items;
        cursor = part.next;
      } while (cursor !== null);
    },
    act: async (path, input, how) => (await write("POST", path, { input: input as object, ...how })) as never,
    start: async (method, path, { input, ...how }) =>
      (await write(method, path, { input: input as object, ...how })) as never,
    sendFile: async (about, body) => {
      const answer = await sendFile(settings, { path: "/contracts/{contract}/files", input: { ...about }, body });
      return (await answer.json()) as FileSent;
    },
    events: (listening = {}) => readEvents(settings, listening),
  };
}

const headersOf = ({ ifMatch, idempotencyKey }: Sending): Readonly<Record<string, string>> => ({
  ...(ifMatch === undefined ? {} : { "if-match": ifMatch }),
  ...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }),
});
