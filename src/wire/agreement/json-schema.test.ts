import { expect, test } from "vitest";
import { agreementJsonSchema } from "./json-schema.ts";

test("editors are told fields, words and where quantities go", () => {
  const text = JSON.stringify(agreementJsonSchema());
  const schema = JSON.parse(text);
  expect(schema.$schema).toContain("2020-12");
  expect(schema.properties.underpin).toMatchObject({ type: "number", const: 1 });
  expect(schema.required).toEqual(["underpin"]);
  const level = schema.properties.agreements.additionalProperties.properties.service_levels.additionalProperties;
  expect(level.required).toEqual(["title", "measure"]);
  expect(level.additionalProperties).toBe(false);
  expect(level.properties.measure.enum).toContain("share in time");
  expect(level.properties.expected.description).toContain("at least 95%");
});
