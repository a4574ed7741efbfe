import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noDatabase, systemOf, tenantOne } from "../../store/fixture/test-store.ts";
import { usualLimits } from "../deps.ts";
import { type TestApi, testApi } from "../fixture/test-api.ts";
import { until } from "../fixture/until.ts";
import { type Served, serveApi } from "../serve-api.ts";

/** On a real port: how streams live, and how they end. */
describe.skipIf(noDatabase())("a stream of events", () => {
  let api: TestApi;
  let served: Served;
  let reads = 0;

  beforeAll(async () => {
    api = await testApi();
    const { gate } = api.deps;
    const limits = { ...usualLimits, uploads: "", heartbeat: 0.05, streams: 2 };
    const counted: typeof gate = {
      ...gate,
      unit: (who, work) => {
        if (who.person === "vera" || who.person === "tom") reads++;
        return gate.unit(who, work);
      },
    };
    Object.assign(api.deps, { limits, gate: counted });
    served = await serveApi(api, { host: "127.0.0.1", port: 0 });
  });
  // The last test closes the port.
  afterAll(() => api.store.close());

  const open = (who: string, headers: Readonly<Record<string, string>> = {}, signal?: AbortSignal) =>
    fetch(`${served.url}/api/v1/events`, {
      headers: { authorization: `Bearer ${who}`, ...headers },
      ...(signal ? { signal } : {}),
    });
  const readUntil = async (answer: Response, what: RegExp): Promise<string> => {
    let text = "";
    const decoder = new TextDecoder();
    for await (const piece of answer.body ?? []) {
      text += decoder.decode(piece, { stream: true });
      if (what.test(text)) return text;
    }
    throw new Error(`the stream ended with ${text}`);
  };

  test("says that it lives while nothing happens", async () => {
    expect(await readUntil(await open("lena"), /still here\n\n: still here\n\n/)).toContain("retry: 2000");
  });

  test("is refused to who has too many, until one is closed", async () => {
    const end = new AbortController();
    const two = [await open("cora", {}, end.signal), await open("cora", {}, end.signal)];
    expect(two.map(({ status }) => status)).toEqual([200, 200]);
    const third = await open("cora");
    expect([third.status, ((await third.json()) as { code: string }).code]).toEqual([429, "too-many-streams"]);
    expect((await open("lena")).status).toBe(200);
    end.abort();
    let answer = third;
    await until(async () => {
      answer = await open("cora");
      return answer.status === 200;
    });
    await answer.body?.cancel();
  });

  test("that nobody reads is not read on from the database: memory does not grow", async () => {
    // 30,000 happenings of 4 kB are 120 MB in 150 portions; what lies in sockets and buffers is a few portions.
    await api.store.gate.unit(systemOf(tenantOne), ({ session }) => session.query(many, [tenantOne, "x".repeat(4000)]));
    const socket = await unread("vera");
    let before = -1;
    await until(async () => {
      await new Promise((done) => setTimeout(done, 200));
      const same = reads === before && reads > 1;
      before = reads;
      return same;
    });
    expect(reads).toBeLessThan(30);
    expect(reads).toBeGreaterThan(1);
    socket.destroy();
  });

  /** A stream of which nothing is taken from the wire. */
  async function unread(who: string): Promise<Socket> {
    const { hostname, port } = new URL(served.url);
    const socket = connect(Number(port), hostname).pause();
    await once(socket, "connect");
    const head = `GET /api/v1/events HTTP/1.1\r\nhost: ${hostname}\r\nlast-event-id: 5\r\n`;
    socket.write(`${head}authorization: Bearer ${who}\r\n\r\n`);
    return socket;
  }

  test("ends when the server stops, though nobody closed it", async () => {
    const streams = [await open("ada"), await open("tom")];
    const begin = performance.now();
    await served.close(5);
    expect(performance.now() - begin).toBeLessThan(4000);
    for (const stream of streams) expect(await stream.text()).toContain("retry: 2000");
    await expect(open("ada")).rejects.toThrow();
  });
});

const many = `insert into underpin.happenings (tenant_id, number, topic, contract_id, agreement_id, body, at)
  select $1, n, 'clock.warning', 'harbour-services', 'harbour-uc', jsonb_build_object('word', $2::text), 1
  from generate_series(100, 30099) n`;
