import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { defaultMatrix } from "../activities/rasci/default-matrix.ts";
import { type RoleRef, rolesOf } from "../activities/rasci/roles.ts";
import { noDatabase, systemOf, tenantOne } from "../store/fixture/test-store.ts";
import { newId } from "../store/new-id.ts";
import { json, type TestApi, testApi } from "./fixture/test-api.ts";
import { type CallerName, digestRows, pathMembers } from "./fixture/world.ts";
import { examples } from "./openapi/examples.ts";
import { problemsOf } from "./openapi/problems.ts";
import { membersOf, type Route } from "./route.ts";

/** Made from the routes themselves: each that changes something is sent a valid request by all who may not. */
describe.skipIf(noDatabase())("every route that writes", () => {
  let api: TestApi;
  let before: Readonly<Record<string, string>>;
  beforeAll(async () => {
    api = await testApi();
    await api.store.gate.unit(systemOf(tenantOne), ({ session }) => session.query(onlyHere, [tenantOne]));
  });
  beforeEach(async () => {
    before = await digestRows(api.store.gate, tenantOne);
  });
  afterAll(() => api.shut());

  const writes = () => api.routes.filter(({ method }) => method !== "GET");
  const placeOf = ({ method, path }: Route) => `${method} ${path}`;
  const send = (route: Route, key: string | null, members: Members = pathMembers, body = exampleOf(route)) => {
    const path = route.path.replaceAll(/\{(\w+)\}/g, (_, member: string) => members[member] ?? `no ${member}`);
    const init = route.takes === "file" ? { body: "a,b\n" } : json(body);
    const query = route.takes === "file" ? "?mapping=zammad" : "";
    const headers = { ...init.headers, ...(key === null ? {} : { authorization: `Bearer ${key}` }) };
    return api.ask(null, path + query, { ...init, headers, method: route.method });
  };
  /** What somebody learns from an answer, without what is another for each request and each thing. */
  const told = async (answer: Response, members: Members): Promise<Told> => {
    const { code = "", detail = "" } = (await answer.json()) as { code?: string; detail?: string };
    const said = Object.values(members).reduce((text, value) => text.replaceAll(value, "…"), detail);
    return { status: answer.status, code, detail: said };
  };

  test("has an example that can be taken: whoever may learns more than that it cannot be read", async () => {
    for (const route of writes().filter(({ takes }) => takes === "json")) {
      const given = { ...(exampleOf(route) as object), ...only(route, pathMembers) };
      const read = route.input.safeParse(given);
      expect({ place: placeOf(route), issues: read.error?.issues ?? [] }).toEqual({
        place: placeOf(route),
        issues: [],
      });
      const fields = membersOf(route.path).length > 0 && Object.keys(given).length === membersOf(route.path).length;
      if (!fields) expect(Object.keys(bodies)).toContain(placeOf(route));
    }
  });

  test("wants somebody who signed in, and a key that may write", async () => {
    const keys = [
      [null, 401, "not-signed-in"],
      ["ada-read", 403, "scope-missing"],
      ["ada-records", 403, "scope-missing"],
    ] as const;
    for (const route of writes()) {
      for (const [key, status, code] of keys) {
        const brings = key === "ada-records" && ["/events", "/files"].some((end) => route.path.endsWith(end));
        if (brings && route.path.startsWith("/contracts/{contract}/")) continue;
        const answer = await told(await send(route, key), {});
        expect({ place: placeOf(route), ...answer }).toMatchObject({ place: placeOf(route), status, code });
      }
    }
    expect(await digestRows(api.store.gate, tenantOne)).toEqual(before);
  });

  test("lets a person of another tenant, who holds every role there, change nothing and learn nothing", async () => {
    for (const route of writes()) {
      const answer = await told(await send(route, "olga", foreign), foreign);
      if (membersOf(route.path).length === 0) continue;
      const none = await told(await send(route, "olga", nowhere), nowhere);
      expect({ place: placeOf(route), answer }).toEqual({ place: placeOf(route), answer: none });
      expect({ place: placeOf(route), refused: [404, 403, 409].includes(answer.status) }).toEqual({
        place: placeOf(route),
        refused: true,
      });
      await send(route, "olga");
    }
    expect(await digestRows(api.store.gate, tenantOne)).toEqual(before);
  });

  test.each(["nora", "lena", "vera", "tom", "cora"] as const)(
    "lets %s change nothing for which she or he has no role, and learn nothing",
    async (who) => {
      for (const route of writes().filter((each) => !mayDo(who, each))) {
        const answer = await told(await send(route, who), pathMembers);
        const wanted = route.kind === "activity" ? [403] : [403, 404];
        const place = placeOf(route);
        expect({ place, ...answer, isRefused: wanted.includes(answer.status) }).toMatchObject({
          place,
          isRefused: true,
        });
        if (route.kind === "activity") expect({ place, code: answer.code }).toEqual({ place, code: "not-responsible" });
        if (who === "nora") continue; // Whoever is of the provider sees what there is.
        if (who === "cora" && route.path.startsWith("/contracts/")) continue; // It is her own contract.
        if (who !== "lena" && route.kind === "file") continue; // Something under it is theirs.
        expect({ place, ...answer }).toEqual({ place, ...(await told(await send(route, who, nowhere), nowhere)) });
      }
      expect(await digestRows(api.store.gate, tenantOne)).toEqual(before);
    },
  );

  test("says nothing of people and roles to who does not manage them", async () => {
    const route = api.routes.find(({ name }) => name === "manage people and roles");
    if (!route) throw new Error("there is no such route");
    const asked = [
      [
        { do: "deactivate", person: "ben" },
        { do: "deactivate", person: "nobody-at-all" },
      ],
      [
        { do: "grant", person: "ben", role: "SLM", contract: null },
        { do: "grant", person: "x", role: "SLM", contract: null },
      ],
      [
        { do: "end", holding: pathMembers.holding },
        { do: "end", holding: newId() },
      ],
      [
        { do: "invite", ...invited, email: "ben@example.com" },
        { do: "invite", ...invited, email: "x@example.com" },
      ],
    ] as const;
    for (const who of ["nora", "lena", "vera", "cora", "ada"]) {
      for (const [real, unreal] of asked) {
        const answers = [real, unreal].map(async (body) => await told(await send(route, who, {}, body), {}));
        const [first, second] = await Promise.all(answers);
        expect({ who, real, ...first }).toEqual({ who, real, ...second });
        expect(first).toMatchObject({ status: 403, code: "not-responsible" });
      }
    }
  });

  test("ends only with problems that its description names", async () => {
    for (const route of writes()) {
      for (const who of ["ada", "cora", "nora", "olga"]) {
        const { status, code } = await told(await send(route, who), {});
        if (status < 400) continue;
        const place = placeOf(route);
        expect({ place, status, codes: problemsOf(route).get(status) ?? [] }).toEqual({
          ...{ place, status },
          codes: expect.arrayContaining([code]),
        });
      }
    }
  });
});

type Members = Readonly<Record<string, string>>;

interface Told {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
}

/** The examples of the document, and one for the activity of the fixture. */
const bodies: typeof examples = { ...examples, "POST /contracts/{contract}/try/{period}": { word: "hello" } };

const exampleOf = (route: Route): unknown => bodies[`${route.method} ${route.path}`] ?? {};

const only = ({ path }: Route, members: Members): Members =>
  Object.fromEntries(membersOf(path).map((member) => [member, members[member] ?? ""]));

/** Things that the first tenant alone has, and things that nobody has. */
const foreign = { ...pathMembers, contract: "beacon-services", agreement: "beacon-sla", plan: "beacon-sla-plan" };
const ids = ["batch", "undertaking", "work", "notice", "holding", "webhook", "delivery", "hold"].map((member) => [
  member,
  newId(),
]);
const named = ["contract", "agreement", "plan", "record", "person"].map((member) => [member, `nowhere-${member}`]);
const nowhere: Members = { ...pathMembers, ...Object.fromEntries([...ids, ...named]) };

const onlyHere = `insert into underpin.contracts
  select (jsonb_populate_record(c, '{"contract_id": "beacon-services"}')).*
  from underpin.contracts c where tenant_id = $1 and contract_id = 'harbour-services'`;

const invited = { person: "new-person", name: "New", party: "tideway" };

/** The roles of the callers for the contract of the fixture, as its rows give them. */
const rolesHeld: Readonly<Partial<Record<CallerName, readonly string[]>>> = { vera: ["VR"], tom: ["TL"], cora: ["CR"] };

/** True where the matrix gives a part in doing it: who is responsible or supports, or may ask the system. */
function mayDo(who: CallerName, { kind, name }: Route): boolean {
  const row = kind === "activity" ? defaultMatrix.find(({ activity }) => activity === name) : undefined;
  if (row === undefined) return who === "cora" && kind !== "file";
  const parts: readonly RoleRef[] = [...row.responsible, ...row.supporting];
  return parts.flatMap(rolesOf).some((role) => (rolesHeld[who] ?? []).includes(role));
}
