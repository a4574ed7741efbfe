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

test("a level that a later amendment brings is changed from there on", () => {
  const text = `underpin: 1
part_of: meridian-tideway
amendments:
  sla-3:
    amends: quillnet-uc
    effective: 2025-11-01
    signed: 2025-09-01
    signed_by: [lorcan-finch]
    reason: More is asked of priority 2.
    adds:
      service_levels:
        sooner:
          title: Sooner
          measure: share in time
          of: incidents
          clock:
            starts: opened
            stops: resolved
            per_priority: {P2: {within: 5h, calendar: support-hours}}
          expected: at least 90%
`;
  const longer = readAgreement([...files, { name: "sla-3.yaml", text }]);
  expect(longer.problems.filter(({ weight }) => weight === "error")).toEqual([]);
  const draft = "amends: quillnet-uc\nchanges: {service_levels: {sooner: {clock: {per_priority: {P2: {within: 7h}}}}}}";
  const input = { document: longer.document as ContractDocument, day, around: {} };
  const { document: of, problems } = readWhatIf(input, { name: "draft.yaml", text: draft });
  expect(problems).toEqual([]);
  const sooner = (month: number) =>
    documentAt(of as ContractDocument, dayOf(2025, month, 15)).agreements["quillnet-uc"]?.service_levels.sooner;
  expect(sooner(10)).toBeUndefined();
  expect(sooner(12)?.clock?.per_priority?.P2).toMatchObject({ within: hours(7), calendar: "support-hours" });
  expect(p2(of as ContractDocument, 12)).toEqual(hours(6));
});
