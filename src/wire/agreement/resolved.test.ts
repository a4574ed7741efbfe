import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ContractDocument } from "../../engine/agreement/document/document.ts";
import { contractTerms } from "../../engine/agreement/resolve/contract-terms.ts";
import { levelTerms } from "../../engine/agreement/resolve/level-terms.ts";
import { writtenRules } from "../../engine/agreement/resolve/rules.ts";
import { versionsOf } from "../../engine/agreement/resolve/versions.ts";
import type { LevelTerms } from "../../engine/agreement/terms.ts";
import { fraction } from "../../engine/number/fraction.ts";
import { type Day, readDay, writeDay } from "../../engine/time/civil.ts";
import { readZone } from "../zones.ts";
import { readAgreement } from "./load.ts";

const day = (text: string): Day => readDay(text) ?? (0 as Day);
const design = process.env.UNDERPIN_DESIGN ?? join(import.meta.dirname, "..", "..", "..", "..", "shared", "design");
const example = join(design, "agreement", "example.yaml");

function load(path: string): ContractDocument {
  const { document, problems } = readAgreement([{ name: path, text: readFileSync(path, "utf8") }]);
  if (document === null) throw new Error(problems.map(({ code }) => code).join());
  return document;
}

function levelAt(document: ContractDocument, name: string, at: string): LevelTerms | undefined {
  const [agreement = "", id] = name.split("/");
  return levelTerms(document, agreement, day(at)).find((level) => level.id === id);
}

const hours = (count: number) => ({ kind: "time", seconds: count * 3600 });
const atLeast = (percent: number) => ({
  direction: "at least",
  quantity: { unit: "share", value: fraction(percent, 100) },
});

describe.skipIf(!existsSync(example))(`the example of the design (${example}) resolves`, () => {
  const document = existsSync(example) ? load(example) : ({} as ContractDocument);

  test("P2 incidents were resolved within 8h, and within 6h from 1 October 2026", () => {
    const before = levelAt(document, "harbour-sla/incident-resolution", "2026-09-30");
    const after = levelAt(document, "harbour-sla/incident-resolution", "2026-10-01");
    expect(before?.clock?.rows.P2?.within).toEqual(hours(8));
    expect(after?.clock?.rows.P2?.within).toEqual(hours(6));
    expect(after?.clock?.rows.P2?.calendar).toBe("extended-hours");
    expect(before?.target).toEqual({ expected: atLeast(92), minimum: atLeast(85) });
    expect(after?.target).toEqual({ expected: atLeast(92), minimum: atLeast(88) });
    expect(before?.version).toEqual({ number: 1, from: day("2026-01-01"), until: day("2026-09-30"), amendment: null });
    expect(after?.version).toEqual({ number: 2, from: day("2026-10-01"), until: null, amendment: "harbour-sla-2" });
  });

  test("backups are promised from 2027 on, and nothing before the agreement begins or after it ends", () => {
    const ids = (at: string) => levelTerms(document, "cloudmere-uc", day(at)).map(({ id }) => id);
    expect(ids("2026-12-31")).not.toContain("backups");
    expect(ids("2027-01-01")).toContain("backups");
    expect([ids("2025-12-31"), ids("2029-04-01")]).toEqual([[], []]);
  });

  test("fields are inherited, defaults filled in, references made whole", () => {
    expect(levelAt(document, "harbour-sla/calls-answered", "2026-05-01")).toMatchObject({
      clock: {
        starts: "queued",
        stops: "answered",
        per: null,
        rows: { "*": { within: { seconds: 30 }, calendar: "desk-hours" } },
      },
      services: ["claims-platform", "policy-portal", "workplace"],
      period: { kind: "month" },
      judgedPer: "all together",
      provider: "northlight",
      abandoned: "missed",
      completeFrom: fraction(9, 10),
      except: [{ where: { waited: { kind: "mark", mark: { direction: "less than" } } } }],
    });
    expect(levelAt(document, "telvia-uc/circuit-repair", "2026-05-01")?.underpins).toEqual([
      "harbour-sla/incident-resolution",
    ]);
    expect(levelAt(document, "harbour-sla/service-score", "2026-05-01")?.target.expected?.quantity.unit).toBe("points");
    expect(levelAt(document, "harbour-sla/p1-restoration", "2026-05-01")).toMatchObject({
      rules: { on_reopen: "count the closed time", compare_at: 2, business_days: "close of business" },
      stages: [{ lowVolume: { misses: 1 } }, { minimum: null, lowVolume: null }],
      clock: { rows: { "*": { within: null, calendar: "always" } } },
    });
  });
});

describe("the small contract resolves", () => {
  const small = load(join(import.meta.dirname, "fixtures", "small.yaml"));
  const world = {
    countryDays: () => ({
      days: [{ day: day("2026-04-03"), name: "Good Friday", open: [], set: "" }],
      tables: "made up",
    }),
    zoneOf: readZone,
  };

  test("the nearest rule wins: clock, level, agreement, contract, then the usual one", () => {
    expect(levelAt(small, "shop-sla/resolution", "2026-03-01")?.rules).toMatchObject({
      reopened_within: { kind: "business days", count: 5 },
      compare_at: 2,
      exactly_on_target: "missed",
      business_days: "close of business",
      on_transfer: "to the new agreement",
    });
    expect(levelAt(small, "desk-ola/repair", "2026-03-01")?.rules).toMatchObject({
      exactly_on_target: "met",
      on_transfer: "starts afresh",
    });
    expect([...writtenRules(small, "shop-sla", "resolution")].sort()).toEqual([
      "business_days",
      "compare_at",
      "exactly_on_target",
      "reopened_within",
    ]);
    expect([...writtenRules(small, "desk-ola", "repair")]).toEqual(["business_days"]);
  });

  test("a level without a calendar takes that of its first service, else `always`", () => {
    expect(levelAt(small, "shop-sla/availability", "2026-03-01")?.calendar).toBe("always");
    expect(levelAt(small, "desk-ola/repair", "2026-03-01")?.calendar).toBe("always");
  });

  test("versions are counted in order of effect, and end the day before the next", () => {
    const versions = versionsOf(small, "shop-sla").map(({ version }) => ({
      ...version,
      from: writeDay(version.from),
      until: version.until && writeDay(version.until),
    }));
    expect(versions).toEqual([
      { number: 1, from: "2026-01-01", until: "2026-06-30", amendment: null },
      { number: 2, from: "2026-07-01", until: null, amendment: "shop-sla-2" },
    ]);
    expect(versionsOf(small, "constructor")).toEqual([]);
  });

  test("an amended row keeps what the amendment does not name", () => {
    const row = { calendar: "always", clause: "paragraph 1a" };
    expect(levelAt(small, "shop-sla/resolution", "2026-06-30")?.clock?.rows.P1).toEqual({ ...row, within: hours(4) });
    expect(levelAt(small, "shop-sla/resolution", "2026-07-01")?.clock?.rows.P1).toEqual({ ...row, within: hours(3) });
  });

  test("calendars, waiting, windows and names of the contract", () => {
    const terms = contractTerms(small, day("2026-03-01"), world);
    const { office } = terms.calendars;
    expect(office?.week.Fri).toEqual([
      { from: 9 * 3600, to: 12.5 * 3600 },
      { from: 13.5 * 3600, to: 17.5 * 3600 },
    ]);
    expect(office?.week.Sat).toEqual([]);
    expect(
      office?.holidays.map(({ id, country, yearly, dated, tables }) => [
        id,
        country.length,
        yearly.length,
        dated.length,
        tables,
      ]),
    ).toEqual([
      ["england", 1, 0, 0, "made up"],
      ["own-days", 0, 1, 1, null],
    ]);
    // 2026-08-03 00:00 to 2026-08-05 00:00 in London, an hour ahead of UTC
    const start = Date.parse("2026-08-02T23:00:00Z") / 1000;
    expect(office?.closures).toEqual([{ name: "Stocktaking", start, end: start + 172_800 }]);
    expect(Object.values(terms.waiting).map(({ id, bearer }) => [id, bearer])).toEqual([
      ["client-answer", "client"],
      ["parts", "team"],
    ]);
    expect(terms.windows.sunday).toMatchObject({ on: "2nd Sunday", from: 3600, to: 10_800, zone: "Europe/London" });
    expect(terms.catalogue.shop?.dependsOn).toEqual([{ atLeast: 1, of: ["shop-database"] }]);
    expect(terms.offerings).toEqual({ account: { approvedBy: "client" } });
    expect(terms.names).toMatchObject({ larkfield: "Larkfield Theatres Ltd", "second-line": "Second line" });
    expect(terms.priorities.map(({ id }) => id)).toEqual(["P1", "P2"]);
  });
});
