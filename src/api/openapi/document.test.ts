import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import { instant } from "../../engine/time/instant.ts";
import { everyRoute } from "../declarations.ts";
import { everyActivity } from "../fixture/activities.ts";
import { openApiOf, operationId } from "./document.ts";

describe("the OpenAPI document", async () => {
  const routes = everyRoute({ activities: await everyActivity(), now: () => instant(0) });
  const made = JSON.parse(JSON.stringify(openApiOf(routes, "1.2.3"))) as {
    paths: Record<string, Record<string, { responses: Record<string, unknown> }>>;
  };

  test("is valid by the official schema of OpenAPI 3.1", async () => {
    const validator = new Validator();
    const checked = await validator.validate(made);
    expect({ errors: checked.valid ? [] : checked.errors, version: validator.version }).toEqual({
      errors: [],
      version: "3.1",
    });
  });

  test("has every route, with the problems it may end with", () => {
    for (const route of routes) {
      const statuses = Object.keys(made.paths[route.path]?.[route.method.toLowerCase()]?.responses ?? {});
      const wanted = route.scope === null ? ["400", "500"] : ["400", "401", "403", "422", "500", "503"];
      expect(statuses, route.path).toEqual(expect.arrayContaining(wanted));
    }
  });

  test("names each operation once", () => {
    const names = routes.map(operationId);
    expect(new Set(names).size).toBe(names.length);
  });
});
