import { describe, expect, test } from "vitest";
import { instant } from "../../engine/time/instant.ts";
import type { Context } from "../context.ts";
import { noKeeping } from "../fixture/no-keeping.ts";
import { noServer } from "../fixture/no-server.ts";
import { silentProgress } from "../progress.ts";
import { atServer, type Reaching, type ServerOptions } from "./reach.ts";
import { lengthWords } from "./time-words.ts";

const context = (server: Reaching): Context => ({
  ...{ now: instant(0), version: "0", terminal: { width: 80, colour: "none" }, server, keeping: noKeeping },
  ...{ print: () => {}, complain: () => {}, exitWith: () => {}, serve: async () => {}, progress: silentProgress },
  writeDemo: async () => ({ files: [], months: "", known: "" }),
});

/** What a request to a server ends with: what was answered, or the code and sentence of the refusal. */
const asked = (server: Partial<Reaching>, options: ServerOptions = {}): Promise<unknown> =>
  atServer(context({ ...noServer, ...server }), options, (client) => client.read("/me", {})).catch(
    ({ code, message }: { code: string; message: string }) => `${code}: ${message}`,
  );

const known = { url: "http://desk.example.com/", key: "up_env" };

describe("a server", () => {
  test("must be named, and a key", async () => {
    expect(await asked({})).toMatch(/^no-server: Say which server: --server https:/);
    expect(await asked({ ...known, key: null })).toMatch(/^no-key: Say by which key: set UNDERPIN_KEY/);
    expect(await asked({ ...known, url: "ftp://desk.example.com" })).toMatch(/^server-unreadable: 'ftp:/);
  });

  test("is the one of the options before that of the environment, by its key", async () => {
    const seen: string[] = [];
    const fetch: typeof globalThis.fetch = async (url, init) => {
      seen.push(`${url} ${new Headers(init?.headers).get("authorization")}`);
      return Response.json({ person: "sam" });
    };
    expect(await asked({ ...known, fetch })).toEqual({ person: "sam" });
    await asked({ ...known, fetch }, { server: "https://other.example.com", key: "up_told" });
    expect(seen).toEqual([
      "http://desk.example.com/api/v1/me Bearer up_env",
      "https://other.example.com/api/v1/me Bearer up_told",
    ]);
  });

  test("that is something else is told apart", async () => {
    const fetch: typeof globalThis.fetch = async () => new Response("<html>", { status: 404 });
    expect(await asked({ ...known, fetch })).toBe(
      "no-problem: The server answered 404. Is http://desk.example.com the address of an Underpin server?",
    );
  });
});

test.each([
  [45, "45 s"],
  [720, "12 min"],
  // 3 h 5 min 59 s
  [11_159, "3 h 05 min"],
  // 2 d 4 h
  [187_200, "2 d 04 h"],
])("%i seconds are %s", (seconds, words) => expect(lengthWords(seconds)).toBe(words));
