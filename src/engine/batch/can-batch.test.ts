import { expect, test } from "vitest";
import type { ContractTerms, LevelTerms } from "../agreement/terms.ts";
import { clockOf, contract, hours, resolution } from "../measure/fixture/story.ts";
import { canBatch } from "./can-batch.ts";

const waitsFor = (endsAfter: ReturnType<typeof hours> | null): ContractTerms["waiting"] => ({
  client: { id: "client", name: "client", bearer: "client", endsAfter },
});
const pausing: Partial<LevelTerms> = { clock: clockOf(8, { pauses: ["client"] }) };
const allowed = (within: ReturnType<typeof hours> | { kind: "business days"; count: number }): Partial<LevelTerms> => ({
  clock: clockOf(8, { rows: { "*": { within, calendar: "always", clause: null } } }),
});

test.each<[string, Partial<LevelTerms>, ContractTerms["waiting"], boolean]>([
  ["a plain resolution", {}, {}, true],
  ["a pause for the client", pausing, waitsFor(null), true],
  ["a pause that ends by itself", pausing, waitsFor(hours(2)), false],
  ["a next response", { clock: clockOf(8, { starts: "client message", stops: "reply" }) }, {}, false],
  ["no clock", { clock: null }, {}, false],
  ["an average", { measure: "average" }, {}, false],
  ["business days", allowed({ kind: "business days", count: 2 }), {}, false],
  ["a fresh clock at a reopening", { rules: { ...resolution.rules, on_reopen: "restart" } }, {}, false],
  ["exactly on target missed", { rules: { ...resolution.rules, exactly_on_target: "missed" } }, {}, true],
  ["records left out", { except: [{ because: "tests", where: {} }] }, {}, false],
  ["a service of its own", { services: ["mail"] }, {}, false],
])("%s", (_, parts, waiting, taken) =>
  expect(canBatch({ ...resolution, ...parts }, { ...contract, waiting })).toBe(taken),
);
