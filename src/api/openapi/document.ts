import { STATUS_CODES } from "node:http";
import { z } from "zod";
import { topics } from "../../store/add-happening.ts";
import { basePath, membersOf, type Route, type RouteReply } from "../route.ts";
import { examples } from "./examples.ts";
import { problemsOf } from "./problems.ts";

type Json = Readonly<Record<string, unknown>>;

/** The OpenAPI 3.1 document of the routes. */
export const openApiOf = (routes: readonly Route[], version: string): Json => ({
  openapi: "3.1.1",
  info: { title: "Underpin", version, description, license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
  servers: [{ url: basePath }],
  tags: [...new Set(routes.map(tagOf))].toSorted().map((name) => ({ name })),
  paths: pathsOf(routes),
  components: {
    schemas: { Problem: problemSchema },
    securitySchemes: {
      session: {
        type: "apiKey",
        in: "cookie",
        name: "underpin.session_token",
        description: "The cookie of somebody who signed in",
      },
      key: { type: "http", scheme: "bearer", description: "An API key, with the scopes it was made for" },
    },
  },
});

const description = `Everything an Underpin server knows and does, as far as you may see and do it. Instants are whole seconds since
1970-01-01T00:00:00Z. Lists come in pages: \`next\` of one is the \`cursor\` of the following. A write may carry an
\`Idempotency-Key\`, so that it can be sent again without being done twice. What the RASCI matrix asks of others first is
answered with 202 and an undertaking. Every refusal is a problem (RFC 9457) whose \`code\` names the rule that said no.`;

function pathsOf(routes: readonly Route[]): Json {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    paths[route.path] ??= {};
    Object.assign(paths[route.path] ?? {}, { [route.method.toLowerCase()]: operationOf(route) });
  }
  return paths;
}

function operationOf(route: Route): Json {
  return {
    operationId: operationId(route),
    summary: route.summary,
    tags: [tagOf(route)],
    parameters: parametersOf(route),
    ...bodyOf(route),
    responses: responsesOf(route),
    security: route.scope === null ? [] : [{ session: [] }, { key: [] }],
  };
}

/** `GET /contracts/{contract}/clocks` is get-contracts-contract-clocks: no two routes have the same. */
export const operationId = ({ method, path }: Pick<Route, "method" | "path">): string =>
  [method.toLowerCase(), ...path.split(/[/{}.-]+/).filter((part) => part !== "")].join("-");

/** Routes of a contract stand by what they are about, the others by their first word. */
function tagOf({ path }: Pick<Route, "path">): string {
  const words = path.split("/").filter((part) => part !== "" && !part.startsWith("{"));
  return (words[0] === "contracts" ? words[1] : words[0]) ?? "contracts";
}

function parametersOf(route: Route): readonly Json[] {
  const { properties, required } = shapeOf(route);
  const members = membersOf(route.path);
  const inPath = members.map((name) => ({ name, in: "path", required: true, ...said(properties[name]) }));
  const inQuery = Object.entries(properties).filter(([name]) => !members.includes(name) && route.takes !== "json");
  return [
    ...inPath,
    ...inQuery.map(([name, schema]) => ({ name, in: "query", required: required.includes(name), ...said(schema) })),
    ...headersOf(route),
  ];
}

const said = (schema: Json = {}): Json => {
  const { description: text, ...rest } = schema;
  return { schema: rest, ...(text === undefined ? {} : { description: text }) };
};

function headersOf({ kind, takes, scope }: Route): readonly Json[] {
  const text = (name: string, words: string) => ({
    name,
    in: "header",
    required: false,
    schema: { type: "string" },
    description: words,
  });
  if (kind === "events") return [text("Last-Event-ID", "The number of the last event that was seen")];
  if (takes === "json")
    return [
      text("Idempotency-Key", "A new text for each request; the same request with the same one is done once"),
      text("If-Match", "The ETag of the version that is replaced"),
    ];
  return scope === "read" ? [text("If-None-Match", "The ETag of what you have")] : [];
}

function bodyOf(route: Route): Json {
  if (route.takes === "nothing") return {};
  if (route.takes === "file") {
    const content = { "application/octet-stream": { schema: {} } };
    return { requestBody: { required: true, description: "The file itself", content } };
  }
  const members = membersOf(route.path);
  const { schema, properties, required } = shapeOf(route);
  const rest = Object.fromEntries(Object.entries(properties).filter(([name]) => !members.includes(name)));
  const needed = required.filter((name) => !members.includes(name));
  const body = { ...schema, properties: rest, ...(needed.length > 0 ? { required: needed } : { required: undefined }) };
  const example = examples[`${route.method} ${route.path}`];
  const content = { "application/json": { schema: dropUndefined(body), ...(example ? { example } : {}) } };
  return { requestBody: { required: needed.length > 0, content } };
}

function responsesOf(route: Route): Json {
  const good = route.replies.map((reply) => [String(reply.status), replyOf(route, reply)] as const);
  const problems = [...problemsOf(route)].map(([status, codes]) => {
    const content = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };
    return [String(status), { description: `${STATUS_CODES[status]}: ${codes.join(", ")}`, content }] as const;
  });
  const unchanged =
    route.method === "GET" && route.kind !== "events" && route.kind !== "administration"
      ? [["304", { description: "You have it already" }] as const]
      : [];
  return Object.fromEntries([...good, ...unchanged, ...problems]);
}

function replyOf(route: Route, { status, type, body }: RouteReply): Json {
  const words =
    status === 202
      ? "Begun: others answer, approve or work first"
      : route.kind === "events"
        ? `Events of the topics ${topics.join(", ")}`
        : "Done";
  const schema = body === null ? { type: "string" } : schemaOf(body, "output");
  return { description: words, content: { [type]: { schema } } };
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    reused: "inline",
    cycles: "throw",
  }) as Record<string, unknown>;
  return rest;
}

function shapeOf({ input }: Route): {
  schema: Json;
  properties: Readonly<Record<string, Json>>;
  required: readonly string[];
} {
  const schema = schemaOf(input, "input");
  return {
    schema,
    properties: (schema.properties ?? {}) as Readonly<Record<string, Json>>,
    required: (schema.required ?? []) as readonly string[],
  };
}

const dropUndefined = (value: Json): Json =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));

const problemSchema = {
  type: "object",
  description: "A refusal or a fault, as RFC 9457 writes it",
  required: ["type", "title", "status", "detail", "code", "instance"],
  properties: {
    type: { type: "string", description: "/problems/ and the code" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string", description: "What is wrong, and the way out" },
    code: { type: "string", description: "The rule that said no" },
    instance: { type: "string", description: "The id of the request, by which the log knows it" },
    facts: { type: "object", description: "What the detail is made of" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["code", "detail"],
        properties: {
          code: { type: "string" },
          detail: { type: "string" },
          pointer: { type: "string", description: "A JSON pointer into the body" },
          member: { type: "string", description: "A member of the query" },
        },
      },
    },
  },
};
