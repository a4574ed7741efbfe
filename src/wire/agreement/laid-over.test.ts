import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ContractDocument } from "../../engine/agreement/document/document.ts";
import { documentAt } from "../../engine/agreement/resolve/amended.ts";
import { dayOf } from "../../engine/time/civil.ts";
import { readAgreement } from "./load.ts";
import { readWhatIf } from "./what-if.ts";

/** The demonstration: `repair` allows priority 2 8 h, and 6 h from 1 October 2025. */
const folder = join(import.meta.dirname, "..", "..", "..", "examples", "demo");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".yaml") && !name.includes("relief"))
  .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
const document = readAgreement(files).document as ContractDocument;
const day = dayOf(2025, 12, 31);

function changed(text: string): ContractDocument {
  const read = readWhatIf({ document, day, around: {} }, { name: "draft.yaml", text });
  expect(read.problems).toEqual([]);
  return read.document as ContractDocument;
}

const repair = (of: ContractDocument, month: number) =>
  documentAt(of, dayOf(2025, month, 15)).agreements["meridian-sla"]?.service_levels.repair;
const p2 = (of: ContractDocument, month: number) => repair(of, month)?.clock?.per_priority?.P2?.within;
const hours = (count: number) => ({ kind: "time", seconds: count * 3600 });

describe("a change holds in every version", () => {
  test("as signed", () => expect([p2(document, 9), p2(document, 11)]).toEqual([hours(8), hours(6)]));

  test("a field that a later amendment also names", () => {
    const of = changed(
      "amends: meridian-sla\nchanges: {service_levels: {repair: {clock: {per_priority: {P2: {within: 7h}}}}}}",
    );
    expect([p2(of, 9), p2(of, 11)]).toEqual([hours(7), hours(7)]);
  });

  test("a row that is gone does not come back with a later amendment", () => {
    const of = changed(
      "amends: quillnet-uc\nremoves: {service_levels: {line-repaired: {clock: {per_priority: [P2]}}}}",
    );
    const rows = documentAt(of, day).agreements["quillnet-uc"]?.service_levels["line-repaired"]?.clock?.per_priority;
    expect(rows).toBeDefined();
    expect(Object.keys(rows ?? {})).not.toContain("P2");
  });

  test("what the amendment says of other things stands", () => {
    const of = changed("amends: meridian-sla\nchanges: {title: Other}");
    expect([p2(of, 9), p2(of, 11)]).toEqual([hours(8), hours(6)]);
    expect(documentAt(of, day).agreements["meridian-sla"]?.title).toBe("Other");
  });
});
