import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { levelTerms } from "../src/engine/agreement/resolve/level-terms.ts";
import { fraction } from "../src/engine/number/fraction.ts";
import { dayOf } from "../src/engine/time/civil.ts";
import { utc } from "../src/engine/time/zone.ts";
import { calendar, holiday } from "../src/wire/agreement/calendars.ts";
import { clock } from "../src/wire/agreement/clock.ts";
import { level } from "../src/wire/agreement/level.ts";
import { readAgreement } from "../src/wire/agreement/load.ts";
import { meaningOf, sharedSchema } from "../src/wire/agreement/meaning.ts";
import { readCreditEntries } from "../src/wire/credit-entries.ts";
import { readStatedFacts } from "../src/wire/relief.ts";
import { agreementSections } from "./docs/agreement-sections.ts";
import { creditEntriesExample } from "./docs/credit-entries-example.ts";
import { factsExample } from "./docs/facts-example.ts";
import { smallContract } from "./docs/small-contract.ts";
import { formatFile, formatText } from "./write-format.ts";

const text = formatText();

describe("docs/format.md", () => {
  test("is what `node scripts/write-format.ts` writes", () => expect(readFileSync(formatFile, "utf8")).toBe(text));

  test("every section of a contract has its table, every field its words", () => {
    expect(agreementSections.map(({ heading }) => heading).filter((one) => !text.includes(`### ${one}\n`))).toEqual([]);
    expect(text).not.toMatch(/^\| \**`[a-z_. ]+`\** \| {3}\| (?!\*|`|such)/m);
  });

  test("its links lead to headings of the page", () => {
    const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
      heading.toLowerCase().replaceAll(" ", "-"),
    );
    const links = [...text.matchAll(/\(#([^)]*)\)/g)].map(([, link = ""]) => link);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((link) => !headings.includes(link))).toEqual([]);
  });
});

/** The defaults that a table states as values of the format. */
const stated = (schema: z.ZodObject): readonly (readonly [string, string])[] =>
  Object.entries(schema.shape).flatMap(([field, one]) => {
    const value = /^`([^`]*)`$/.exec(meaningOf(one).otherwise ?? "")?.[1];
    return value === undefined ? [] : [[field, value] as const];
  });

const on = dayOf(2026, 3, 1);
const termsOf = (...changes: readonly string[]) => levelTerms(smallContract(...changes), "sla", on);

describe("a default that is stated is the one that holds", () => {
  const downtime = sharedSchema(level.shape.agreed_downtime);
  const points = sharedSchema(level.shape.points);

  const ofScores = (field: string): boolean => field === "left_out";

  test.each(stated(level).filter(([field]) => !ofScores(field)))("%s: %s", (field, value) => {
    expect(termsOf(`${field}: ${value}`)).toEqual(termsOf());
  });

  test.each(stated(clock))("clock.%s: %s", (field, value) => {
    const written = `clock: {stops: resolved, within: 4h, ${field}: ${value}}`;
    expect(termsOf(written)).toEqual(termsOf());
  });

  test("agreed_downtime.treated", () => {
    expect(downtime instanceof z.ZodObject && stated(downtime)).toEqual([["treated", "taken out"]]);
    const of = (agreed: string) =>
      termsOf("measure: share of time", "of: outages", `agreed_downtime: {${agreed}}`).map(
        ({ agreedDowntime }) => agreedDowntime,
      );
    expect(of("at_most: 1h")).toHaveLength(1);
    expect(of("at_most: 1h, treated: taken out")).toEqual(of("at_most: 1h"));
  });

  test("points and parts of a score", () => {
    expect(stated(level).filter(([field]) => ofScores(field))).toEqual([["left_out", termsOf()[0]?.leftOut]]);
    expect(points instanceof z.ZodObject && stated(points)).toEqual([
      ["met", "100"],
      ["at minimum", "0"],
      ["missed", "0"],
    ]);
    expect(termsOf()[0]?.points).toEqual({ met: fraction(100), "at minimum": fraction(0), missed: fraction(0) });
  });

  test("no other section states one that is not looked at here", () => {
    const looked = [level, clock].map((schema) => sharedSchema(schema));
    const others = agreementSections
      .filter(({ schema }) => !looked.includes(schema))
      .flatMap(({ heading, schema }) => stated(schema).map(([field]) => `${heading} ${field}`));
    // The engine's own tests hold the first three; charges and amendments are read and not computed with, or have no default value.
    expect(others).toEqual([
      "Contract language",
      "Holidays kinds",
      "Calendars holidays",
      "Amendments applies_to",
      "Charges kind",
      "Credit plans undetermined",
      "Credit plans held",
      "Credit plans one_event",
    ]);
    expect([stated(holiday), stated(calendar)]).toEqual([[["kinds", "[public]"]], [["holidays", "[]"]]]);
  });
});

test("the example of stated facts is read without a problem", () => {
  const { relief, entered, disputes, problems } = readStatedFacts({ name: "relief.yaml", text: factsExample }, utc);
  expect(problems).toEqual([]);
  expect([relief.map(({ id }) => id), entered.map(({ part, whole }) => [part, whole])]).toEqual([
    ["R-1", "R-2"],
    [[fraction(59), fraction(60)]],
  ]);
  expect(disputes.map(({ id, outcome }) => [id, outcome])).toEqual([
    ["D-1", null],
    ["D-2", "withdrawn"],
  ]);
});

test("the example of credit entries is read without a problem", () => {
  const names = [
    ["claims-credits", "tiers"],
    ["claims-availability", "uptime"],
    ["claims-repair", "repairs"],
    ["base: invoice", "base: tier-invoice"],
    ["tom-hale", "olwen-pryce"],
    ["ines-roe", "nora-vance"],
  ] as const;
  const text = names.reduce((said, [from, to]) => said.replaceAll(from, to), creditEntriesExample);
  const { document } = readAgreement(["small.yaml", "plans.yaml"].map(fixture));
  const read = document && readCreditEntries({ name: "credits.yaml", text }, document);
  expect(read?.problems).toEqual([]);
  expect(read?.entries.map(({ said }) => said.kind)).toEqual(["base", "facts", "event", "waiver"]);
});

const fixture = (name: string) => ({
  name,
  text: readFileSync(join(import.meta.dirname, "..", "src", "wire", "agreement", "fixtures", name), "utf8"),
});

test("the small contract has nothing to mend, and what is added to it is read", () => {
  expect(termsOf()[0]?.completeFrom).toEqual(fraction(9, 10));
  expect(termsOf("complete_from: 80%")[0]?.completeFrom).toEqual(fraction(4, 5));
});
