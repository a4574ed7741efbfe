import { once } from "node:events";
import { readdir, stat } from "node:fs/promises";
import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { noDatabase } from "../../store/fixture/test-store.ts";
import { usualLimits } from "../deps.ts";
import { type TestApi, testApi } from "../fixture/test-api.ts";
import { until } from "../fixture/until.ts";
import { type Served, serveApi } from "../serve-api.ts";

/** On a real port: what stays on the disk of files that do not come whole. */
describe.skipIf(noDatabase())("a file that is sent", () => {
  let api: TestApi;
  let served: Served;
  const names = () => readdir(api.deps.limits.uploads);
  const files = async () => (await names()).length;

  beforeAll(async () => {
    api = await testApi();
    const limits = { ...usualLimits, uploads: api.deps.limits.uploads, file: 1_000_000, seconds: 0.3 };
    Object.assign(api.deps, { limits });
    served = await serveApi(api, { host: "127.0.0.1", port: 0 });
  });
  afterAll(async () => {
    await served.close(2);
    await api.store.close();
  });
  afterEach(async () => {
    expect(api.taken).toEqual([]);
    await until(async () => (await files()) === 0);
  });

  const open = (headers: Readonly<Record<string, string>> = {}, who = "ada"): ClientRequest => {
    const sent = request(`${served.url}/api/v1/contracts/harbour-services/files?mapping=zammad`, {
      method: "POST",
      headers: { authorization: `Bearer ${who}`, ...headers },
    });
    sent.on("error", () => {});
    return sent;
  };
  const answerTo = async (sent: ClientRequest) => {
    const [answer] = (await once(sent, "response")) as [IncomingMessage];
    let text = "";
    for await (const piece of answer) text += String(piece);
    sent.destroy();
    return { status: answer.statusCode, code: (JSON.parse(text) as { code?: string }).code };
  };

  test("and of which nothing comes any more is given up, and is not kept", async () => {
    const sent = open();
    sent.write("number,opened\n");
    await until(async () => (await files()) === 1);
    expect(await answerTo(sent)).toEqual({ status: 503, code: "too-slow" });
  });

  test("lies under a name of ours, for our eyes, whatever it is called", async () => {
    const sent = open();
    sent.write("number,opened\n");
    await until(async () => (await files()) === 1);
    const [name = ""] = await names();
    expect(name).toMatch(/^[0-9a-f-]{36}$/);
    expect((await stat(join(api.deps.limits.uploads, name))).mode & 0o777).toBe(0o600);
    sent.destroy();
    for (const odd of ["..%2F..%2Fetc%2Fpasswd", "a%5Cb", "%2Fa", ""]) {
      const path = `/contracts/harbour-services/files?mapping=zammad&name=${odd}`;
      expect((await api.ask("ada", path, { method: "POST", body: "a,b\n" })).status).toBe(422);
    }
  });

  test("and is cut by who sends it is not kept", async () => {
    const sent = open();
    sent.write("number,opened\n");
    await until(async () => (await files()) === 1);
    sent.destroy();
  });

  test("and grows over the limit is not kept, though it said no length", async () => {
    const sent = open({ "transfer-encoding": "chunked" });
    sent.write("x".repeat(600_000));
    sent.write("x".repeat(600_000));
    expect(await answerTo(sent)).toEqual({ status: 413, code: "too-large" });
  });

  test("and says that it is over the limit is not even begun", async () => {
    const sent = open({ "content-length": "1000001" });
    sent.flushHeaders();
    expect(await answerTo(sent)).toEqual({ status: 413, code: "too-large" });
  });

  test("by who may not is not received", async () => {
    const sent = open({}, "nora");
    sent.write("number,opened\n");
    expect(await answerTo(sent)).toEqual({ status: 403, code: "not-responsible" });
  });

  test("in an encoding is refused before anything is unpacked, as any other body is", async () => {
    const bomb = gzipSync(Buffer.alloc(10_000_000));
    expect(bomb.byteLength).toBeLessThan(20_000);
    const packed = { "content-encoding": "gzip" };
    const file = open(packed);
    file.end(bomb);
    expect(await answerTo(file)).toEqual({ status: 415, code: "encoding-not-taken" });
    for (const route of api.routes.filter(({ takes }) => takes !== "nothing")) {
      const answer = await api.ask("ada", route.path, { method: route.method, body: bomb, headers: packed });
      expect({ path: route.path, ...((await answer.json()) as object) }).toMatchObject({
        path: route.path,
        ...{ status: 415, code: "encoding-not-taken" },
      });
    }
  });
});
