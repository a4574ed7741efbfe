import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noDatabase } from "../store/fixture/test-store.ts";
import { type Mark, marks } from "./fixture/marks.ts";
import { type TestApi, testApi } from "./fixture/test-api.ts";
import { type CallerName, callers, pathMembers } from "./fixture/world.ts";
import type { Route } from "./route.ts";

/** Made from the routes themselves: a new one is tested as soon as it is declared. */
describe.skipIf(noDatabase())("every route", () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await testApi();
  });
  afterAll(() => api.shut());

  const pathOf = (route: Route): string =>
    route.path.replaceAll(/\{(\w+)\}/g, (_, member: string) => {
      const value = pathMembers[member];
      if (value === undefined) throw new Error(`the fixture has no ${member} for ${route.path}`);
      return value;
    });
  const send = (route: Route, who: CallerName | null, init: RequestInit = {}) => {
    const query = route.takes === "file" ? "?mapping=zammad" : "";
    return api.ask(who, pathOf(route) + query, { method: route.method, ...init });
  };
  const codeOf = async (answer: Response) => ({
    status: answer.status,
    code: ((await answer.json()) as { code?: string }).code,
  });
  const own = (kinds: readonly Route["kind"][]) => api.routes.filter(({ kind }) => kinds.includes(kind));

  test("wants somebody who signed in", async () => {
    for (const route of api.routes.filter(({ scope }) => scope !== null)) {
      const answer = await send(route, null);
      expect({ path: route.path, ...(await codeOf(answer)) }).toEqual({
        path: route.path,
        status: 401,
        code: "not-signed-in",
      });
      expect(answer.headers.get("www-authenticate")).toContain("Bearer");
    }
  });

  test("shows the provider what it holds: the world is seeded for each view", async () => {
    for (const route of own(["view", "list"])) {
      const answer = await send(route, "ada");
      const text = await answer.text();
      expect({ path: route.path, status: answer.status, text: answer.status === 200 ? "" : text }).toEqual({
        path: route.path,
        status: 200,
        text: "",
      });
      if (route.kind === "list") expect(text, route.path).not.toContain('"items":[]');
    }
  });

  test("shows nobody a row of others", async () => {
    for (const who of Object.keys(callers) as CallerName[]) {
      const sees: readonly Mark[] = callers[who].sees;
      const seen = new Set<Mark>();
      for (const route of own(["view", "list"])) {
        const text = await (await send(route, who)).text();
        for (const mark of Object.keys(marks) as Mark[]) if (text.includes(marks[mark])) seen.add(mark);
        const foreign = [...seen].filter((mark) => !sees.includes(mark));
        expect({ who, path: route.path, foreign }).toEqual({ who, path: route.path, foreign: [] });
      }
      expect({ who, seen: [...seen].toSorted() }).toEqual({ who, seen: [...sees].toSorted() });
    }
  });

  test("refuses a body that is too large, malformed, of another type or with members nobody knows", async () => {
    const cases = [
      ["x".repeat(8_388_609), "application/json", 413, "too-large"],
      ["{", "application/json", 400, "not-json"],
      ["[]", "application/json", 400, "not-an-object"],
      [`{"a":"\\u0000"}`, "application/json", 400, "text-not-storable"],
      ["[".repeat(60), "application/json", 400, "too-deep"],
      ["a=b", "application/x-www-form-urlencoded", 415, "type-not-taken"],
      ['{"nobody-knows-this":1}', "application/json", 422, "input-refused"],
    ] as const;
    for (const route of api.routes.filter(({ takes }) => takes === "json")) {
      for (const [body, type, status, code] of cases) {
        const length = status === 413 ? { "content-length": String(body.length) } : {};
        const answer = await send(route, "ada", { body, headers: { "content-type": type, ...length } });
        expect({ path: route.path, ...(await codeOf(answer)) }).toEqual({ path: route.path, status, code });
      }
    }
  });

  test("refuses members of the query that nobody declared, or twice the same", async () => {
    for (const route of own(["view", "list", "events"])) {
      const odd = await api.ask("ada", `${pathOf(route)}?nobody_knows=1`);
      expect({ path: route.path, ...(await codeOf(odd)) }).toEqual({
        path: route.path,
        status: 422,
        code: "input-refused",
      });
      const twice = await api.ask("ada", `${pathOf(route)}?limit=1&limit=2`);
      expect({ path: route.path, ...(await codeOf(twice)) }).toEqual({
        path: route.path,
        status: 400,
        code: "member-twice",
      });
    }
  });

  test("names its methods where another is tried", async () => {
    for (const route of api.routes) {
      const answer = await send(route, "ada", { method: "PATCH" });
      expect({ path: route.path, ...(await codeOf(answer)) }).toEqual({
        path: route.path,
        status: 405,
        code: "method-not-taken",
      });
      expect(answer.headers.get("allow")?.split(", ")).toContain(route.method);
      expect((await send(route, null, { method: "OPTIONS" })).status).toBe(204);
    }
  });

  test("has an input that names the members of its path, and one place", () => {
    const places = api.routes.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(places).size).toBe(places.length);
  });

  test("sends each list on by its cursor, and takes no other list's", async () => {
    const cursors = new Map<string, string>();
    for (const route of own(["list"])) {
      const all = (await (await send(route, "ada")).json()) as { items: unknown[] };
      const walked: unknown[] = [];
      let next: string | null = null;
      do {
        const from = next === null ? "" : `&cursor=${next}`;
        const page = (await (await api.ask("ada", `${pathOf(route)}?limit=1${from}`)).json()) as {
          items: unknown[];
          next: string | null;
        };
        walked.push(...page.items);
        next = page.next;
        if (next !== null) cursors.set(route.path, next);
      } while (next !== null);
      expect(walked, route.path).toEqual(all.items);
    }
    const [first, second] = [...cursors];
    const foreign = await api.ask(
      "ada",
      `${first?.[0].replaceAll(/\{\w+\}/g, "harbour-services")}?cursor=${second?.[1]}`,
    );
    expect(await codeOf(foreign)).toEqual({ status: 422, code: "cursor-unreadable" });
  });
});
