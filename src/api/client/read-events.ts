import { type ClientSettings, send } from "./send.ts";

/** Something that happened, as a stream of events tells it. */
export interface ApiEvent {
  readonly id: number;
  readonly topic: string;
  readonly contract: string | null;
  readonly agreement: string | null;
  readonly at: number;
  readonly body: unknown;
}

export interface Listening {
  readonly topics?: readonly string[];
  /** The number of the last event that was seen. */
  readonly after?: number;
  readonly signal?: AbortSignal;
}

/** What happens, as it happens. A stream that is cut is taken up again after the last event, so that none is missed. */
export async function* readEvents(
  settings: ClientSettings,
  { topics, after, signal }: Listening,
): AsyncGenerator<ApiEvent> {
  let last = after;
  while (!signal?.aborted) {
    const headers = last === undefined ? {} : { "last-event-id": String(last) };
    const input = topics === undefined ? {} : { topics: topics.join(",") };
    const answer = await send(settings, {
      method: "GET",
      path: "/events",
      input,
      headers,
      ...(signal ? { signal } : {}),
    });
    try {
      for await (const block of blocksOf(answer)) {
        const begin = /^: from (\d+)$/m.exec(block)?.[1];
        if (begin !== undefined) last ??= Number(begin);
        const event = eventOf(block);
        if (event === null) continue;
        last = event.id;
        yield event;
      }
    } catch (error) {
      if (signal?.aborted) return;
      if (!(error instanceof TypeError)) throw error;
    }
  }
}

/** The parts of a stream between empty lines. */
async function* blocksOf(answer: Response): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const piece of answer.body ?? []) {
    text += decoder.decode(piece, { stream: true });
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    yield* blocks;
  }
}

function eventOf(block: string): ApiEvent | null {
  const fields = new Map(
    block.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]),
  );
  const data = fields.get("data");
  if (data === undefined) return null;
  return {
    id: Number(fields.get("id")),
    topic: fields.get("event") ?? "",
    ...(JSON.parse(data) as Omit<ApiEvent, "id" | "topic">),
  };
}
