import { z } from "zod";
import { type Topic, topics } from "../../store/add-happening.ts";
import { type Happened, lastHappening, readHappenings } from "../../store/reading/happenings.ts";
import { ProblemError } from "../reply/problem.ts";
import type { Asked, Route } from "../route.ts";

const input = z.strictObject({
  topics: z.string().max(1000).optional().describe("Topics to hear of, with commas between; all where it is left out"),
});

/** How many happenings are read at once; the next are read when these were taken. */
const portion = 200;

/** What happens, as it happens, as far as the caller may see it. `Last-Event-ID` goes on where a stream was cut. */
export const eventsRoute: Route<z.infer<typeof input>> = {
  name: "events",
  kind: "events",
  method: "GET",
  path: "/events",
  summary: "What happens, as it happens, as server-sent events that resume after `Last-Event-ID`.",
  input,
  replies: [{ status: 200, type: "text/event-stream", body: null }],
  takes: "nothing",
  scope: "read",
  answer: async (asked, { topics: asked_topics }) => {
    const wanted = wantedTopics(asked_topics);
    const last = lastSeen(asked.request) ?? (await asked.deps.gate.unit(asked.caller, lastHappening));
    const body = asked.request.method === "HEAD" ? null : eventStream(asked, { wanted, last });
    return new Response(body, {
      headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" },
    });
  },
};

function eventStream(
  asked: Asked,
  from: { readonly wanted: readonly Topic[]; readonly last: number },
): ReadableStream<Uint8Array> {
  const { deps, caller, news, request } = asked;
  const leave = asked.streams.enter(`${caller.tenant} ${caller.person}`, deps.limits.streams);
  const gone = new AbortController();
  const end = (): void => {
    leave();
    gone.abort();
  };
  request.signal.addEventListener("abort", end, { once: true });
  const writer = new TextEncoder();
  let { last } = from;
  return new ReadableStream<Uint8Array>(
    {
      start: (stream) => stream.enqueue(writer.encode(`retry: 2000\n: from ${last}\n\n`)),
      /** Called only when what was written before was taken: a slow reader is never run over. */
      pull: async (stream) => {
        const text = await nextText();
        if (text === null) {
          end();
          stream.close();
        } else stream.enqueue(writer.encode(text));
      },
      cancel: end,
    },
    { highWaterMark: 1 },
  );

  async function nextText(): Promise<string | null> {
    for (;;) {
      const since = news.count(caller.tenant);
      const { happened, upTo } = await deps.gate.unit(caller, (unit) =>
        readHappenings(unit, { after: last, topics: from.wanted, limit: portion }),
      );
      last = upTo;
      if (happened.length > 0) return happened.map(eventText).join("");
      const how = await news.wait(caller.tenant, { since, seconds: deps.limits.heartbeat, signal: gone.signal });
      if (how === "end") return null;
      if (how === "time") return (await deps.authenticate(request)) === null ? null : ": still here\n\n";
    }
  }
}

const eventText = ({ number, topic, contract, agreement, body, at }: Happened): string =>
  `id: ${number}\nevent: ${topic}\ndata: ${JSON.stringify({ contract, agreement, at, body })}\n\n`;

function wantedTopics(text: string | undefined): readonly Topic[] {
  if (text === undefined || text === "") return topics;
  const names = text.split(",").map((each) => each.trim());
  const wanted = topics.filter((topic) => names.includes(topic));
  if (wanted.length === new Set(names).size) return wanted;
  const odd = names.find((each) => !topics.some((topic) => topic === each));
  const complaints = [{ code: "invalid-value", detail: `The topics are ${topics.join(", ")}.`, member: "topics" }];
  throw new ProblemError(422, "input-refused", { detail: `There is no topic "${odd}".`, complaints });
}

function lastSeen(request: Request): number | null {
  const told = request.headers.get("last-event-id");
  return told !== null && /^\d{1,15}$/.test(told) ? Number(told) : null;
}
