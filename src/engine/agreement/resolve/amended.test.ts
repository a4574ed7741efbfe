import { expect, test } from "vitest";
import { dayOf } from "../../time/civil.ts";
import type { AmendmentDocument } from "../document/amendment.ts";
import type { ContractDocument } from "../document/document.ts";
import { amendmentsOf, documentAt } from "./amended.ts";

const amendment = (amends: string, month: number, parts: Partial<AmendmentDocument>): AmendmentDocument => ({
  ...{ amends, effective: dayOf(2026, month, 1), signed: dayOf(2026, 1, 1), signed_by: [], reason: "a test" },
  ...parts,
});

/** Only the parts that amendments touch here. */
const document = {
  contract: { id: "c", title: "First" },
  people: { ada: { name: "Ada" } },
  calendars: { office: { title: "Office" } },
  holidays: {},
  catalogue: { services: { shop: { name: "Shop" } } },
  agreements: { sla: { title: "SLA", service_levels: { a: { title: "A" }, b: { title: "B" } } } },
  credit_plans: { plan: { title: "Plan" } },
  amendments: {
    late: amendment("sla", 9, { removes: { service_levels: ["b"] } }),
    early: amendment("sla", 3, { changes: { title: "SLA, amended" }, adds: { service_levels: { c: { title: "C" } } } }),
    own: amendment("contract", 4, { changes: { title: "Second" }, adds: { people: { bo: { name: "Bo" } } } }),
    days: amendment("calendars", 5, { changes: { calendars: { office: { title: "Bureau" } } } }),
    list: amendment("catalogue", 6, { adds: { services: { bar: { name: "Bar" } } } }),
    money: amendment("plan", 7, { changes: { title: "Dearer plan" } }),
    nothing: amendment("unheard-of", 8, { changes: { title: "x" } }),
  },
} as unknown as ContractDocument;

const at = (month: number): ContractDocument => documentAt(document, dayOf(2026, month, 1));

test("amendments are taken in order of effect", () => {
  expect(amendmentsOf(document, "sla").map(({ id }) => id)).toEqual(["early", "late"]);
});

test("before the first amendment the signed text stands", () => {
  expect(at(2)).toEqual(document);
});

test("each amendment changes the block it names, and no other", () => {
  expect(Object.keys(at(3).agreements.sla?.service_levels ?? {})).toEqual(["a", "b", "c"]);
  expect(at(4)).toMatchObject({ contract: { id: "c", title: "Second" }, people: { ada: {}, bo: { name: "Bo" } } });
  expect(at(4).contract).not.toHaveProperty("people");
  expect(at(5).calendars.office?.title).toBe("Bureau");
  expect(Object.keys(at(6).catalogue.services ?? {})).toEqual(["shop", "bar"]);
  expect(at(7).credit_plans.plan?.title).toBe("Dearer plan");
  expect(Object.keys(at(9).agreements.sla?.service_levels ?? {})).toEqual(["a", "c"]);
  expect(at(9).agreements.sla?.title).toBe("SLA, amended");
});
