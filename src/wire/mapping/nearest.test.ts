import { expect, test } from "vitest";
import { nearest } from "./nearest.ts";

test.each([
  ["opend_at", ["closed_at", "opened_at"], "opened_at"],
  ["Sys Updated At", ["sys_updated_at", "number"], "sys_updated_at"],
  ["organization country", ["oranization country", "resource country"], "oranization country"],
  ["zzz", ["number", "state"], null],
  ["anything", [], null],
])("nearest to %s among %j is %s", (word, known, expected) => {
  expect(nearest(word, known)).toBe(expected);
});
