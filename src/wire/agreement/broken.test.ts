import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readZone } from "../zones.ts";
import { readAgreement } from "./load.ts";
import { writeProblem } from "./problem.ts";

const small = readFileSync(join(import.meta.dirname, "fixtures", "small.yaml"), "utf8");

/** What is replaced in the small contract, by what, and the code it earns; `¶` marks the place it is told at. */
type Row = readonly [code: string, from: string, to: string];

const shapes: readonly Row[] = [
  ["unit-missing", "expected: at least 95%\n        minimum", "expected: ¶95\n        minimum"],
  ["direction-missing", "expected: at least 99.90%", "expected: ¶99.90%"],
  ["unit-missing", "within: 4h", "within: ¶4"],
  ["time-unreadable", "within: 4h", "within: ¶1.5h"],
  ["unknown-field", "        compare_at", "        ¶compare_att"],
  ["unknown-field", "        compare_at", "        ¶on_reopen: restart\n        compare_at"],
  ["unknown-word", "measure: share of time", "measure: ¶share of tme"],
  [
    "missing-field",
    "  desk-ola:\n    kind: OLA\n    title: Second line for the desk\n",
    "  ¶desk-ola:\n    kind: OLA\n",
  ],
  ["no-such-date", "      2026-06-15:", "      ¶2026-02-29:"],
  ["no-such-date", "every 12-24", "¶every 02-30"],
  ["empty-hours", "09:00-12:00", "¶12:00-12:00"],
  ["weekday-unreadable", "      Mon-Fri: [", "      ¶Mon-Fry: ["],
  ["hours-unreadable", "[09:00-12:30", "[¶9-12:30"],
  ["date-unreadable", "from: 2026-01-01\n  until", "from: ¶1.1.2026\n  until"],
  ["nothing-written", "title: Round the clock", "title:¶"],
  ["wrong-shape", "services: [shop-database]", "services: ¶shop-database"],
  ["id-badly-formed", "  second-line: {name", "  ¶second.line: {name"],
  ["day-unreadable", "on: 2nd Sunday", "on: ¶every Sunday"],
  ["currency-unreadable", "currency: GBP", "currency: ¶£"],
  ["unknown-version", "underpin: 1", "underpin: ¶2"],
  ["said-twice", "  watch: {name", "  ¶desk: {name"],
  ["no-anchors", "title: Round", "title: &a ¶Round"],
  ["no-tags", "title: Round", "title: !!str ¶Round"],
  ["no-merge-keys", "    title: Round the clock", "    ¶<<: {title: Other}\n    title: Round the clock"],
  ["yaml-unreadable", "title: Office hours", "title: ¶Office: hours"],
];

const references: readonly Row[] = [
  ["unknown-calendar", "within: 2 business days, calendar: office", "within: 2 business days, calendar: ¶ofice"],
  ["unknown-party", "client: larkfield\n  supplier", "client: ¶larkfeld\n  supplier"],
  ["unknown-person", "lead: olwen-pryce", "lead: ¶olwin-pryce"],
  ["unknown-holidays", "[england, own-days]", "[england, ¶owndays]"],
  ["unknown-service", "depends_on: [shop-database]", "depends_on: [¶shop-databas]"],
  ["unknown-waiting", "[client-answer]", "[¶client-anwser]"],
  ["unknown-window", "windows: [sunday]", "windows: [¶saturday]"],
  [
    "unknown-priority",
    "            P2: {within",
    "            P2: {within: 1h, calendar: always}\n            P3: ¶{within",
  ],
  ["unknown-level", "[shop-sla/resolution]", "[¶shop-sla/resolutions]"],
  ["unknown-agreement", "[shop-sla/resolution]", "[¶shop-slo/resolution]"],
  ["unknown-level", "kept_by_the_supplier: [availability]", "kept_by_the_supplier: [¶availabilty]"],
  ["unknown-zone", "Europe/London", "¶Europe/Londn"],
  ["nobody-holds", "tell: [team lead]", "tell: [¶team leader]"],
  ["unknown-document", "amends: shop-sla\n", "amends: ¶shop-sle\n"],
  ["unknown-record-field", "{impact: down}", "{¶impct: down}"],
  ["unknown-value", "{impact: down}", "{impact: ¶gone}"],
  ["unknown-blank", "{expected} of each", "{expectd} of each"],
];

const sense: readonly Row[] = [
  ["minimum-above-expected", "minimum: at least 99.50%", "minimum: ¶at least 99.95%"],
  ["direction-differs", "minimum: at least 99.50%", "minimum: ¶at most 99.50%"],
  ["unit-missing", "expected: at least 99.90%", "expected: ¶at least 0.999"],
  ["wrong-unit", "expected: at least 99.90%", "expected: ¶at most 4h"],
  ["business-day-unclear", "  rules:\n    business_days: close of business\n", ""],
  ["business-day-unclear", "business_days: close of business", "business_days: opening hours"],
  [
    "nothing-promised",
    "            P1: {within: 4h, calendar: always, clause: paragraph 1a}\n            ",
    "            ¶",
  ],
  [
    "quantity-in-wording",
    "wording: The shop is available for {expected}",
    "wording: ¶The shop is available for 99.90%",
  ],
  ["quantity-in-text", "purpose: The shop works again.", "purpose: ¶The shop works again within 4h."],
  ["quantity-in-text", "means: Something else is wrong", "means: ¶Down for 2 hours"],
  ["circle", "provided_by: second-line}", "provided_by: second-line, depends_on: ¶[shop]}"],
  ["empty-calendar", "    hours: {every day: 00:00-24:00}", ""],
  ["holidays-of-a-union", "    hours: {every day: 00:00-24:00}", "    joins: [office]\n    ¶holidays: [england]"],
  ["hours-or-joins", "    holidays: [england", "    ¶joins: [always]\n    holidays: [england"],
  ["ends-before-it-begins", "until: 2026-08-04", "until: ¶2026-08-01"],
  ["ends-before-it-begins", "until: 2026-12-31", "until: ¶2025-12-31"],
  ["clock-missing", "        ¶clock: {starts: received, stops: handed on, within: 2h, calendar: always}\n", ""],
  ["step-too-short", "at_most: 4h}\n", "at_most: 4h}\n        slot: ¶0s\n"],
  ["step-too-short", "at_most: 4h}\n", "at_most: 4h}\n        slot: ¶1 day\n"],
  ["no-time-agreed", "within: 2h, ", ""],
  ["said-twice", "        stops: resolved", "        stops: resolved\n          within: 3h\n          by: closed"],
  ["unknown-moment", "stops: handed on", "stops: ¶answered"],
  ["unknown-moment", "stops: resolved", "stops: ¶handed on"],
  ["misses-missing", "then: allow misses, misses: 1", "then: allow misses"],
  ["field-without-use", "then: allow misses, misses: 1", "then: not rated, ¶misses: 1"],
  ["field-without-use", "        compare_at", "        ¶percent: 95%\n        compare_at"],
  ["wrong-records", "of: outages", "of: ¶requests"],
  ["no-tool", "[incidents, requests, calls]", "[requests, calls]"],
  ["source-missing", "records: [outages]", "records: [outages, incidents]"],
  ["wrong-role", "role: client}", "role: vendor}"],
  ["not-underpinned", "  kept_by_the_supplier: [availability]", "  kept_by_the_supplier: []"],
  ["day-does-not-fit", "on: 2nd Sunday", "on: ¶Sunday"],
  [
    "abandoned-missing",
    "measure: share of time\n        of: outages\n        where: {impact: down}",
    "measure: share in time\n        of: calls",
  ],
];

const amendments: readonly Row[] = [
  ["not-there", "        resolution:\n          clock: {per", "        ¶resolutoin:\n          clock: {per"],
  [
    "already-there",
    "    changes:\n",
    "    adds: {relief: {grounds: {¶client-cause: {title: a, clause: b, takes_out: time, evidence: [c]}}}}\n    changes:\n",
  ],
  [
    "changes-nothing",
    "    changes:\n      service_levels:\n        resolution:\n          clock: {per_priority: {P1: {within: 3h}}}\n          minimum: at least 92%\n",
    "",
  ],
  ["outside-term", "effective: 2026-07-01", "effective: ¶2027-07-01"],
  ["notice-too-short", "signed: 2026-05-04", "signed: 2026-06-24"],
  ["minimum-above-expected", "minimum: at least 92%", "minimum: ¶at least 97%"],
  ["unit-missing", "minimum: at least 92%", "minimum: ¶92"],
  ["unknown-field", "          minimum: at least 92%", "          ¶minimun: at least 92%"],
  ["unknown-calendar", "{P1: {within: 3h}}", "{P1: {within: 3h, calendar: ¶nights}}"],
  ["not-there", "    changes:\n", "    removes: {service_levels: [¶recovery]}\n    changes:\n"],
  ["missing-field", "    changes:\n", "    ¶removes: [title]\n    changes:\n"],
];

describe.each([
  ["what cannot be read", shapes],
  ["what names nothing", references],
  ["what makes no sense", sense],
  ["what cannot be amended", amendments],
])("%s", (_, rows) => {
  test.each(rows)("%s: %j → %j", (code, from, to) => {
    const before = from.replace("¶", "");
    expect(small.split(before).length, `'${before}' stands once in the small contract`).toBe(2);
    const marked = small.replace(before, () => to);
    const offset = marked.indexOf("¶");
    const { document, problems } = readAgreement([{ name: "small.yaml", text: marked.replace("¶", "") }], {
      isZone: (id) => readZone(id) !== null,
    });
    const said = problems.map(writeProblem).join("\n");
    expect(
      problems.map((problem) => problem.code),
      said,
    ).toContain(code);
    expect(document === null, said).toBe(problems.some(({ weight }) => weight === "error"));
    if (offset < 0) return;
    const lines = marked.slice(0, offset).split("\n");
    const place = `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
    const places = problems.filter((problem) => problem.code === code).map(({ line, column }) => `${line}:${column}`);
    expect(places, said).toContain(place);
  });
});

test("a level whose service has no calendar needs one of its own where there is no calendar 'always'", () => {
  const text = small.replaceAll("always", "nonstop").replace("within: 2h, calendar: nonstop", "within: 2h");
  const { problems } = readAgreement([{ name: "small.yaml", text }]);
  expect(problems.map(({ code, path }) => [code, path])).toEqual([
    ["calendar-missing", "agreements.desk-ola.service_levels.repair"],
  ]);
});

test("what cannot be read does not hide what else is wrong, nor make more of it", () => {
  const text = small
    .replace("09:00-12:30", "9-12:30") // the calendar `office` cannot be read, but is no unknown calendar for that
    .replace("minimum: at least 99.50%", "minimum: at least 99.95%")
    .replace("stops: handed on", "stops: handed over");
  const { document, problems } = readAgreement([{ name: "small.yaml", text }]);
  expect(document).toBeNull();
  expect(problems.map(({ code }) => code)).toEqual(["hours-unreadable", "minimum-above-expected", "unknown-word"]);
});

test.each([
  ["a rule", "business_days: close of business", "business_days: close of busines", "unknown-word"],
  ["an agreement", "period: month\n    rules", "period: monthly\n    rules", "unknown-word"],
  ["a calendar", "title: Office hours", "titel: Office hours", "unknown-field"],
])("%s that cannot be read is one problem, not many", (_, from, to, code) => {
  const { problems } = readAgreement([{ name: "small.yaml", text: small.replace(from, to) }]);
  expect([...new Set(problems.map((problem) => problem.code))].filter((one) => one !== "missing-field")).toEqual([
    code,
  ]);
});
