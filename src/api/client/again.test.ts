import { connect, createServer, type Server, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noDatabase, tenantOne } from "../../store/fixture/test-store.ts";
import { newId } from "../../store/new-id.ts";
import type { publish } from "../fixture/activities.ts";
import { type TestApi, testApi } from "../fixture/test-api.ts";
import { countRows } from "../fixture/world.ts";
import { type Served, serveApi } from "../serve-api.ts";
import { openClient } from "./open-client.ts";

describe.skipIf(noDatabase())("a client whose line breaks", () => {
  let api: TestApi;
  let served: Served;
  let line: Server;
  let asked = 0;

  /** Between client and server: the first request goes through, its answer does not. */
  beforeAll(async () => {
    api = await testApi();
    served = await serveApi(api, { host: "127.0.0.1", port: 0 });
    const port = Number(new URL(served.url).port);
    line = createServer((client: Socket) => {
      const isFirst = ++asked === 1;
      const server = connect(port, "127.0.0.1");
      client.on("error", () => {}).on("close", () => server.destroy());
      server.on("error", () => {}).on("close", () => client.destroy());
      client.pipe(server);
      if (isFirst) server.once("data", () => client.destroy());
      else server.pipe(client);
    });
    await new Promise<void>((done) => line.listen(0, "127.0.0.1", done));
  });
  afterAll(async () => {
    await new Promise((done) => line.close(done));
    await served.close(2);
    await api.store.close();
  });

  test("sends the write again with the same key: it is done once", async () => {
    const before = await countRows(api.store.gate, tenantOne);
    const address = line.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const again = { times: 3, seconds: 0 };
    const client = openClient({ url: `http://127.0.0.1:${port}`, key: "ada", fetch, newKey: () => newId(), again });
    const input = { contract: "harbour-services", period: "2026-01", word: "hello" };
    const started = await client.start<typeof publish>("POST", "/contracts/{contract}/try/{period}", { input });
    expect(started).toMatchObject({ state: "done", output: { word: "hello" } });
    expect(asked).toBe(2);
    const after = await countRows(api.store.gate, tenantOne);
    expect((after.undertakings ?? 0) - (before.undertakings ?? 0)).toBe(1);
  });
});
