import { describe, expect, test } from "vitest";
import type { ContractDocument } from "../engine/agreement/document/document.ts";
import { periodNamed } from "../engine/period/periods.ts";
import type { ChangeLine } from "../engine/report/changes/change-line.ts";
import { readAgreement } from "../wire/agreement/load.ts";
import { changesIn } from "./changes-in.ts";
import { makeJob } from "./job.ts";

const signed = `underpin: 1
contract: {id: quay, title: Quay, client: harbour, supplier: northlight, from: 2026-01-01, until: 2027-12-31, time_zone: Europe/London, currency: GBP}
parties: {harbour: {name: Harbour Mutual, role: client}, northlight: {name: Northlight, role: supplier}}
teams: {second-line: {name: Second line, of: northlight}}
people:
  ines-roe: {name: Ines Roe, of: northlight, roles: [service level manager]}
  tom-hale: {name: Tom Hale, of: harbour, roles: [client approver]}
tools: {desk: {name: Desk, records: [incidents, outages]}}
charges:
  running:
    title: Running of the claims platform
    per: month
    amounts:
      - {from: 2026-01-01, amount: 40000.00 GBP}
      - {from: 2026-10-01, amount: 41200.50 GBP, reason: Indexation of the first year}
definitions: {priorities: {P1: {name: Critical, means: Nobody can work}, P2: {name: High, means: Some cannot}}}
holidays:
  own-days:
    days:
      every 12-24: {name: Christmas Eve, open: 09:00-12:00}
      2026-06-15: {name: Founders' Day, open: none}
calendars:
  always: {title: Round the clock, hours: {every day: 00:00-24:00}}
  office: {title: Office hours, hours: {Mon-Fri: 09:00-17:30}, holidays: [own-days]}
catalogue: {services: {claims: {name: Claims, criticality: vital, owner: ines-roe, calendar: always}}}
agreements:
  sla:
    kind: SLA
    title: Claims services
    clause: Schedule B
    provider: northlight
    customer: harbour
    owner: ines-roe
    services: [claims]
    from: 2026-01-01
    period: month
    service_levels:
      repair:
        title: Repair
        measure: share in time
        of: incidents
        clock: {stops: resolved, per_priority: {P1: {within: 4h, calendar: always}, P2: {within: 1 business days, calendar: office}}}
        business_days: same time
        expected: at least 95%
        minimum: at least 90%
      uptime:
        title: Uptime
        measure: share of time
        of: outages
        expected: at least 99.90%
      backlog: {title: Backlog, measure: backlog, of: incidents, expected: at most 40}
credit_plans:
  plan:
    title: Credits for claims
    for: sla
    from: 2026-01-01
    owner: ines-roe
    clause: Schedule C
    bases: {fees: {charges: [running]}}
    weight_rules: {divide: fees, set_by: client}
    weights:
      - {from: 2026-01-01, set_by: tom-hale, notice_given: 2025-11-01, reason: As signed, shares: {repair: 40%, uptime: 60%}}
      - {from: 2026-06-01, set_by: tom-hale, notice_given: 2026-02-27, reason: Repair is what hurts, shares: {repair: 75%, uptime: 25%}}
    awards: [{verdict: missed, gives: {share: 100%, of: weight}}]
`;

function documentOf(amendments: string): ContractDocument {
  const text = amendments === "" ? signed : `${signed}amendments:\n${amendments}`;
  const { document, problems } = readAgreement([{ name: "quay.yaml", text }]);
  if (document === null) throw new Error(problems.map(({ path, message }) => `${path}: ${message}`).join("\n"));
  return document;
}

/** The changes that a month tells, of a contract with these amendments. */
function told(month: string, amendments: string): readonly ChangeLine[] {
  const document = documentOf(amendments);
  const none = { facts: [], kinds: [], relief: [], entered: [], disputes: [], creditEntries: [] } as const;
  const job = makeJob({ ...none, document, knownUntil: 0 as never });
  const terms = { terms: { kind: "month" }, zone: job.zone, contractFrom: document.contract.from } as const;
  const period = periodNamed(terms, month);
  if (period === null) throw new Error(month);
  return changesIn(job, period);
}

const amended = (month: string, amendments: string): readonly ChangeLine[] =>
  told(month, amendments).filter(({ versions }) => versions !== null);

const amendment = (fields: string, body: string): string =>
  `  sla-2:\n    {amends: sla, signed: 2026-02-10, signed_by: [tom-hale, ines-roe], reason: A year of results, ${fields}, ${body}}\n`;
const sooner =
  "changes: {service_levels: {repair: {clock: {per_priority: {P1: {within: 3h}}}, minimum: at least 92%}}}";

const what = (lines: readonly ChangeLine[]): readonly string[] =>
  lines.flatMap((line) =>
    line.what.map(({ of, term, before, after }) => `${of} | ${term} | ${before ?? "-"} | ${after ?? "-"}`),
  );

describe("an amendment in words", () => {
  test("says who signed it, which versions, and each term before and after", () => {
    expect(amended("2026-04", amendment("effective: 2026-04-01", sooner))).toEqual([
      {
        kind: "in force",
        when: "1 April 2026",
        title: "Claims services",
        versions: "version 1 becomes version 2",
        source: { id: "sla-2", clause: "Schedule B" },
        reaches: "records that start from that day on",
        by: "Signed on 10 February 2026 by Tom Hale and Ines Roe.",
        what: [
          { of: "Repair", term: "Minimum", before: "at least 90.00 %", after: "at least 92.00 %" },
          { of: "Repair", term: "Time allowed, P1 Critical", before: "4 h", after: "3 h" },
        ],
        reason: "A year of results",
      },
    ]);
  });

  test("that changes nothing that shows is told all the same", () => {
    const lines = amended("2026-04", amendment("effective: 2026-04-01", "changes: {title: Claims services}"));
    expect(lines.map(({ source, what: changed }) => [source.id, changed])).toEqual([["sla-2", []]]);
  });

  test("the second of two starts from the first", () => {
    const second = amendment("effective: 2026-04-01", sooner).concat(
      "  sla-3: {amends: sla, effective: 2026-04-15, signed: 2026-04-02, signed_by: [tom-hale], reason: Again, changes: {service_levels: {repair: {minimum: at least 93%}}}}\n",
    );
    const lines = amended("2026-04", second);
    expect(lines.map(({ versions }) => versions)).toEqual([
      "version 1 becomes version 2",
      "version 2 becomes version 3",
    ]);
    expect(what(lines.slice(1))).toEqual(["Repair | Minimum | at least 92.00 % | at least 93.00 %"]);
  });

  const bodies: readonly (readonly [string, string, readonly string[]])[] = [
    [
      "sla",
      "removes: {service_levels: [backlog]}, adds: {service_levels: {reopened: {title: Reopened, measure: number, of: incidents, expected: at most 3}}}",
      [
        "Reopened | Service level added | - | Northlight promises that in each month the number of incidents is at most 3. No minimum is agreed: anything worse than expected is missed.",
        "Backlog | Service level removed | Northlight promises that in each month the number of incidents still open at its end is at most 40. No minimum is agreed: anything worse than expected is missed. | -",
      ],
    ],
    [
      "sla",
      "changes: {rules: {exactly_on_target: missed}, notice_to_end: 3 months}",
      [
        "Agreement Claims services | Notice to end | - | 3 months",
        "Every service level of Claims services | A time exactly on target | is in time | is late",
      ],
    ],
    [
      "calendars",
      "changes: {calendars: {office: {hours: {Mon-Fri: 08:00-18:00}}}, holidays: {own-days: {days: {every 12-24: {open: none}}}}}, adds: {holidays: {regatta: {days: {2026-07-03: {name: Regatta, open: 09:00-13:00}}}}}",
      [
        "Calendar Office hours | Hours, Mon-Fri | 09:00-17:30 | 08:00-18:00",
        "Special days own-days | Days, every 24 December, open | 09:00-12:00 | closed",
        "Special days regatta | added | - | days (3 July 2026 (Regatta, 09:00-13:00))",
      ],
    ],
    [
      "contract",
      "changes: {until: 2028-12-31, charges: {running: {title: Running}}}, adds: {people: {ana-lind: {name: Ana Lind, of: harbour, roles: [client approver]}}}",
      [
        "Contract | Until | 31 December 2027 | 31 December 2028",
        "Charge Running | Title | Running of the claims platform | Running",
        "Person Ana Lind | added | - | name Ana Lind, of harbour, roles client approver",
      ],
    ],
    [
      "plan",
      "changes: {awards: [{verdict: missed, gives: {share: 50%, of: weight}}]}",
      ["Credit plan Credits for claims | Awards, number 1, gives, share | 100 % | 50 %"],
    ],
  ];
  test.each(bodies)("of %s: %s", (amends, body, expected) => {
    const text = amendment("effective: 2026-04-01", body).replace("amends: sla", `amends: ${amends}`);
    expect(what(amended("2026-04", text))).toEqual(expected);
  });
});

describe("when an amendment is told", () => {
  test.each([
    ["a day of the period", "2026-04", "effective: 2026-04-15", "in force"],
    ["once more in the first period that begins under it", "2026-05", "effective: 2026-04-15", "in force"],
    ["not there where it took effect on a first day", "2026-05", "effective: 2026-04-01", undefined],
    ["not two periods later", "2026-06", "effective: 2026-04-15", undefined],
    ["coming, from the period of its signing", "2026-02", "effective: 2026-04-15", "coming"],
    ["not before it was signed", "2026-01", "effective: 2026-04-15", undefined],
    // Three months after February end with May
    ["coming, on the last day of three months", "2026-02", "effective: 2026-05-31", "coming"],
    ["not yet, one day later", "2026-02", "effective: 2026-06-01", undefined],
    ["signed in the period for an earlier day", "2026-05", "effective: 2026-01-15, signed: 2026-05-20", "in force"],
  ])("%s: %s, %s", (_, month, fields, kind) => {
    const text = amendment(fields, sooner).replace(/signed: 2026-02-10, (.*signed: )/, "$1");
    const own = amended(month, text);
    expect(own.map((line) => line.kind)).toEqual(kind === undefined ? [] : [kind]);
  });
});

describe("changes that carry their own day", () => {
  test("weights: each share, who set them and on what notice", () => {
    expect(told("2026-06", "")).toMatchObject([
      {
        kind: "in force",
        when: "1 June 2026",
        title: "Weights of Credits for claims",
        source: { id: "plan", clause: "Schedule C" },
        by: "Set by Tom Hale, notice given on 27 February 2026.",
        reason: "Repair is what hurts",
        what: [
          { of: "Repair", term: "Weight", before: "40 %", after: "75 %" },
          { of: "Uptime", term: "Weight", before: "60 %", after: "25 %" },
        ],
      },
    ]);
  });

  test("weights are announced once notice is given; those of the first day are no change", () => {
    const kinds = (month: string) => told(month, "").map(({ kind, title }) => `${kind}: ${title}`);
    // From 1 June: within three months of the end of March, not of February
    expect(["2026-01", "2026-02", "2026-03"].map(kinds)).toEqual([[], [], ["coming: Weights of Credits for claims"]]);
  });

  test("charges: the amount before and after", () => {
    expect(told("2026-10", "")).toMatchObject([
      {
        title: "Charge Running of the claims platform",
        by: null,
        reason: "Indexation of the first year",
        what: [
          {
            of: "Running of the claims platform",
            term: "Amount per month",
            before: "40 000.00 GBP",
            after: "41 200.50 GBP",
          },
        ],
      },
    ]);
  });
});
