import { expect, test } from "vitest";
import type { z } from "zod";
import type { ContractDocument } from "../../engine/agreement/document/document.ts";
import type { contractDocument } from "./document.ts";

type Read = z.output<typeof contractDocument>;
/** True where either type can stand for the other, false otherwise. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
/** Every section apart, so that a difference names its section. */
type Sections = { [K in keyof ContractDocument]-?: Same<ContractDocument[K], Read[K]> };

const sections: { [K in keyof Sections]: true } = {} as Sections;
const names: Same<keyof ContractDocument, keyof Read> = true;

test("what the schema reads is the engine's document, in both directions, by type", () => {
  expect([sections, names]).toEqual([{}, true]);
});
