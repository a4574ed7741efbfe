import { newsChannel } from "../../store/add-happening.ts";
import type { Gate } from "../../store/gate.ts";

/** Says who waits that a tenant has news. One ear on the database for all streams of this process. */
export interface News {
  /** How often the tenant had news until now; to be read before looking, and handed to `wait`. */
  readonly count: (tenant: string) => number;
  /** Waits until the tenant had more news than this, or so many seconds, or until the signal, or until all ends. */
  readonly wait: (tenant: string, wait: Wait) => Promise<"news" | "time" | "end">;
  readonly close: () => Promise<void>;
}

interface Wait {
  readonly since: number;
  readonly seconds: number;
  readonly signal: AbortSignal;
}

/** Listens to the channel of news. */
export async function openNews(gate: Pick<Gate, "listen">): Promise<News> {
  const counts = new Map<string, number>();
  const waiting = new Map<string, Set<() => void>>();
  const end = new AbortController();
  let missed = 0;
  const wake = (tenant: string): void => {
    for (const each of waiting.get(tenant) ?? []) each();
  };
  const stop = await gate.listen(newsChannel, (text) => {
    const tenant = tenantOf(text);
    if (tenant === null) {
      missed++;
      for (const each of waiting.keys()) wake(each);
    } else {
      counts.set(tenant, (counts.get(tenant) ?? 0) + 1);
      wake(tenant);
    }
  });
  const count = (tenant: string): number => missed + (counts.get(tenant) ?? 0);
  return {
    count,
    wait: async (tenant, { since, seconds, signal }) => {
      if (signal.aborted || end.signal.aborted) return "end";
      if (count(tenant) > since) return "news";
      const own = waiting.get(tenant) ?? new Set();
      waiting.set(tenant, own);
      const how = await told(own, { seconds, signals: [signal, end.signal] });
      if (own.size === 0 && waiting.get(tenant) === own) waiting.delete(tenant);
      return how;
    },
    close: async () => {
      end.abort();
      await stop();
    },
  };
}

/** Null where some news was missed, so that everybody looks. */
function tenantOf(text: string): string | null {
  if (text === "") return null;
  const { tenant } = JSON.parse(text) as { tenant: string };
  return tenant;
}

function told(
  waiting: Set<() => void>,
  { seconds, signals }: { seconds: number; signals: readonly AbortSignal[] },
): Promise<"news" | "time" | "end"> {
  return new Promise((done) => {
    const over = (how: "news" | "time" | "end") => () => {
      clearTimeout(timer);
      waiting.delete(news);
      for (const signal of signals) signal.removeEventListener("abort", ended);
      done(how);
    };
    const news = over("news");
    const ended = over("end");
    const timer = setTimeout(over("time"), seconds * 1000);
    waiting.add(news);
    for (const signal of signals) signal.addEventListener("abort", ended);
  });
}
