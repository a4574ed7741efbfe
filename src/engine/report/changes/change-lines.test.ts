import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AmendmentDocument } from "../../agreement/document/amendment.ts";
import type { ContractDocument } from "../../agreement/document/document.ts";
import { addDays, type Day, dayOf } from "../../time/civil.ts";
import { exampleContract } from "../fixture/example-contract.ts";
import { changeLines } from "./change-lines.ts";

/** Only the sections that are read; no level, so that nothing shows but who, when and why. */
function documentOf(amendments: Readonly<Record<string, AmendmentDocument>>): ContractDocument {
  const sections = ["parties", "teams", "tools", "charges", "holidays", "calendars", "maintenance_windows"];
  const empty = Object.fromEntries(
    [...sections, "credit_plans", "reports", "reviews", "agreements"].map((id) => [id, {}]),
  );
  return {
    ...empty,
    ...{ contract: { title: "Claims" }, catalogue: {}, definitions: {}, improvement: {}, underpinning: {} },
    people: { "ines-roe": { name: "Ines Roe" } },
    amendments,
  } as unknown as ContractDocument;
}

const amendment = (effective: Day, signed: Day): AmendmentDocument => ({
  ...{ amends: "contract", effective, signed, signed_by: ["ines-roe"], reason: "a test", changes: {} },
});

const first = dayOf(2026, 4, 1);
const last = dayOf(2026, 4, 30);
const previous = dayOf(2026, 3, 1);
const told = (amendments: Readonly<Record<string, AmendmentDocument>>, month = { first, last, previous }) =>
  changeLines({ document: documentOf(amendments), contractOf: () => exampleContract, ...month });

const anyDay = fc.integer({ min: -400, max: 400 }).map((days) => addDays(first, days));

describe("laws of what is told", () => {
  test("no amendment: nothing, in any period", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 100 }), (day, length) => {
        expect(told({}, { first: day, last: addDays(day, length), previous: addDays(day, -30) })).toEqual([]);
      }),
    );
  });

  test("what takes effect in the period is told once, also where nothing shows", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 29 }), anyDay, (days, signed) => {
        expect(told({ one: amendment(addDays(first, days), signed) })).toMatchObject([
          { kind: "in force", source: { id: "one", clause: null }, title: "The contract", what: [], reaches: null },
        ]);
      }),
    );
  });

  test("what is signed after the period is not announced in it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }), (effective, signed) => {
        expect(told({ one: amendment(addDays(last, effective), addDays(last, signed)) })).toEqual([]);
      }),
    );
  });

  test("in force before coming, each in order of effect", () => {
    fc.assert(
      fc.property(fc.array(anyDay, { maxLength: 12 }), (days) => {
        const lines = told(Object.fromEntries(days.map((day, id) => [`a${id}`, amendment(day, previous)])));
        const within = (from: Day, until: Day): readonly Day[] =>
          days.filter((day) => from <= day && day <= until).sort((a, b) => a - b);
        // 1 May to 31 July is coming; after 1 March is in force
        const expected = [...within(addDays(previous, 1), last), ...within(addDays(last, 1), dayOf(2026, 7, 31))];
        expect(lines.map(({ source }) => days[Number(source.id.slice(1))])).toEqual(expected);
      }),
    );
  });
});

test("an amendment of nothing that is known is told by its id", () => {
  const unknown = { ...amendment(first, previous), amends: "unheard-of", signed_by: ["nobody"] };
  expect(told({ one: unknown })).toMatchObject([
    { title: "unheard-of", versions: "version 1 becomes version 2", by: "Signed on 1 March 2026 by nobody.", what: [] },
  ]);
});
