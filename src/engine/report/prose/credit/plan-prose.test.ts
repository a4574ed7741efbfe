import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadPlan, planFolder } from "../../../../../stories/credits/load-plan.ts";
import { readAgreement } from "../../../../wire/agreement/load.ts";
import type { ContractDocument } from "../../../agreement/document/document.ts";
import { dayOf } from "../../../time/civil.ts";
import { planProse } from "./plan-prose.ts";
import type { PlanPart } from "./plan-text.ts";

const day = dayOf(2026, 3, 1);

const demoFolder = join(import.meta.dirname, "../../../../../examples/demo");
const demo = readAgreement(
  [
    "contract",
    "calendars",
    "catalogue",
    "sla",
    "credits",
    "ola-applications",
    "ola-platform",
    "uc-oakrack",
    "uc-quillnet",
  ]
    .map((name) => `${name}.yaml`)
    .map((name) => ({ name, text: readFileSync(join(demoFolder, name), "utf8") })),
).document;

const partsOf = (document: ContractDocument | null, plan: string): readonly PlanPart[] =>
  (document && planProse(document, plan, day)?.parts) ?? [];

/** The text of a plan as it is read: a heading, then its sentences. */
const lines = (parts: readonly PlanPart[]): readonly string[] =>
  parts.flatMap(({ heading, sentences }) => [`# ${heading}`, ...sentences]);

test("the credits of an insurer, word for word", () => {
  expect(lines(partsOf(demo, "meridian-credits"))).toEqual([
    "# What it is for",
    "By this plan Tideway IT Services Ltd credits Meridian Hearth Mutual for service levels of “Service levels for Meridian Hearth Mutual” that are not met.",
    "It stands on Schedule C.",
    "It holds for every month that begins on or after 1 July 2024, until the contract ends on 31 March 2027; earlier months are measured without credits.",
    "A result counts in the month in which its period ends.",
    "Credits are in GBP.",
    "Callum Reyes answers for the plan.",
    "Credits are approved by Hester Quayle and Dorothea Blake.",
    "# Amounts",
    "“monthly charges” means the charges of the month for “Claims platform, running and support”, “Policy portal, running and support” and “Workplace, with the service desk”, as in force on its first day.",
    "“yearly charges” means the charges of the whole contract year in which the month lies for “Claims platform, running and support”, “Policy portal, running and support” and “Workplace, with the service desk”, each month as in force on its first day.",
    "“at risk” means 10 % of “monthly charges”.",
    "# Weights",
    "“at risk” is divided among the service levels: the weight of a service level is its share of it.",
    "What a set does not name weighs nothing.",
    "The shares of a set add up to exactly 100 %.",
    "The client sets the weights.",
    "A new set needs notice of 90 days before its first day.",
    "Weights change at most once in a contract year; the first set is no change.",
    "A change may raise the sum of all weights.",
    "A month is calculated with the weights in force on its first day.",
    "The weights from 1 July 2024 on were set by Hester Quayle on notice given on 18 March 2024. The reason: Claims are the business; what keeps them running carries half, the rest follows the complaints of the year before.",
    "The weights from 1 July 2025 on, in force on the day of this text, were set by Hester Quayle on notice given on 28 March 2025. The reason: In March customers with storm damage waited on the telephone; changes have been clean for most of a year.",
    "# Credits",
    "A failure is a result that is at minimum or missed, by the terms of its service level.",
    "Of the rules that follow, the first that fits a failure holds for it.",
    "Where any service level is at minimum, the credit is 40 % of its weight in “at risk”.",
    "Where any service level is missed, the credit is 100 % of its weight in “at risk”.",
    "# Failures in a row",
    "From its 2nd failure in a row on, what a service level gives is multiplied by 1.5.",
    "Only failures that are missed make a row; one that is at minimum ends it.",
    "A result that is not rated neither counts nor ends the row; any other result that is no such failure ends it.",
    "# What is not judged",
    "A result that is not rated is no failure.",
    "For a result that is undetermined nothing is credited until it is decided.",
    "For a result that is held nothing is credited until it is decided.",
    "# One event",
    "Where one event makes several service levels fail, only the one that gives most is credited; of equal ones, the first in the agreement.",
    "A person states which failures one event caused.",
    "The others give nothing and stay failures: for rows, counts and triggers.",
    "# Limits",
    "The credit of a month is at most 100 % of “at risk”; what is above lapses.",
    "The credits of a contract year are together at most 6 % of “yearly charges”; what is above lapses.",
    "They are applied in this order.",
    "# Claim",
    "No claim is needed.",
    "# Earn-back",
    "50 % of a credit is won back when each of the next 6 rated results of the same service level is met; one that is held or undetermined is not.",
    "It is rounded half up and taken off what is settled for the month that completes this; each credit is won back once.",
    "What was waived or is disputed for a service level is not won back.",
    "Credits for “Repair of critical incidents” are not won back.",
    "# Rounding",
    "Everything is calculated exactly, and only the credit of the month is rounded: once, half up, to 0.01 GBP.",
    "What the credit comes to for each failure is its part in proportion, rounded in the same way; what is left over stands with the largest.",
    "# Settlement",
    "What the client gives up, and what is disputed while it is, is taken off the credit; the failures stay, and the rest is settled.",
    "A credit is set against the invoice of the month that follows, which is all charges of that month under the contract.",
    "What is more than the invoice waits for the next one.",
    "What is due with the last month of the contract is paid in cash.",
    "# Order of calculation",
    "1. The weights of the month are taken.",
    "2. The amounts of the month are taken.",
    "3. The failures are found.",
    "4. The award of each failure is found, and what it gives.",
    "5. It is multiplied by the weight, then for failures in a row.",
    "6. Of the failures of one event, those that are credited are chosen.",
    "7. The credits are added up.",
    "8. The limits of the month are applied.",
    "9. The limits of quarters and years are applied.",
    "10. The credit is rounded.",
    "11. What is won back of earlier months is taken off.",
    "12. It is settled.",
  ]);
});

test("its weights as a table, a column for each set", () => {
  expect(partsOf(demo, "meridian-credits").find(({ heading }) => heading === "Weights")?.table).toEqual({
    columns: ["Service level", "From 1 July 2024", "From 1 July 2025"],
    rows: [
      ["Availability of the claims platform", "30 %", "30 %"],
      ["Repair of critical incidents", "20 %", "20 %"],
      ["Repair of incidents", "15 %", "15 %"],
      ["Availability of the policy portal", "10 %", "10 %"],
      ["First response", "5 %", "5 %"],
      ["Changes without harm", "5 %", "0 %"],
      ["Requests fulfilled", "5 %", "5 %"],
      ["Calls picked up", "5 %", "10 %"],
      ["Satisfied users", "5 %", "5 %"],
      ["In all", "100 %", "100 %"],
    ],
  });
});

test("the credits of a vendor, where they differ", () => {
  const own = lines(partsOf(demo, "quillnet-credits"));
  const other = lines(partsOf(demo, "meridian-credits")).map((line) => line.replace(/^\d+\. /, ""));
  expect(own.filter((line) => !other.includes(line.replace(/^\d+\. /, "")))).toEqual([
    "By this plan Quillnet Circuits Ltd credits Tideway IT Services Ltd for service levels of “Lines by Quillnet Circuits” that are not met.",
    "It stands on Appendix 3.",
    "It holds for every month that begins on or after 1 April 2024, until the contract ends on 31 March 2027; earlier months are measured without credits.",
    "Neema Okafor answers for the plan.",
    "Credits are approved by Lorcan Finch and Callum Reyes.",
    "“line charge” means the charges of the month for “Two lines from Leeds to the data centre”, as in force on its first day.",
    "Of each charge only the part of the components that failed counts, all components of a charge counting the same; for a failure these are its own, for a limit those of all failures of the month.",
    "A service level that is judged for several services, components, sites or priorities fails for each by itself.",
    "Where “Availability of each line” is at minimum or missed, the credit is a share of “line charge” that depends on the figure: 99.00 % or more: nothing; from 98.50 % to below 99.00 %: 10 %; from 95.00 % to below 98.50 %: 25 %; from 0.00 % to below 95.00 %: 50 %.",
    "Where “Lines restored” is missed, the credit for each record out of time is 450.00 GBP.",
    "# Facts",
    "The number of records out of time: the counted records that are not good.",
    "What a person enters for a service level and a month takes the place of what was measured.",
    "Where a fact is not known, an award that needs it gives nothing, and a factor that needs it is 1.",
    "Where the figure picks a row, a failure without one, or one that only counts as missed, takes the row that gives most.",
    "The credit of a month is at most 50 % of “line charge”; what is above lapses.",
    "Credits of a month are given only if Tideway IT Services Ltd claims them not later than 30 calendar days after the first day of the month that follows.",
    "One claim is for all failures of the month; without it they stay failures and give nothing.",
    "A credit is set against the invoice of the month that follows, which is all charges of that month under the agreement.",
    "3. Without a claim in time they give nothing.",
    "5. It is multiplied by the records out of time.",
  ]);
});

/** What makes a ready plan what it is: its own awards, points, limits and rules. */
const ready: readonly (readonly [plan: string, heading: string, sentences: readonly string[]])[] = [
  [
    "availability-tiers",
    "Credits",
    [
      "A failure is a result that is at minimum or missed, by the terms of its service level.",
      "Where “Availability of the booking system” is at minimum or missed, the credit is a share of “charges” that depends on the figure: 99.90 % or more: nothing; from 99.00 % to below 99.90 %: 10 %; from 95.00 % to below 99.00 %: 30 %; below 95.00 %: 100 %.",
    ],
  ],
  [
    "availability-tiers",
    "Limits",
    [
      "The credit of a month is at most 100 % of “charges”; what is above lapses.",
      "A credit of a month that is less than 1.00 GBP is not given.",
      "They are applied in this order.",
    ],
  ],
  [
    "count-in-window",
    "Credits",
    [
      "A failure is a result that is at minimum or missed, by the terms of its service level.",
      "Of the rules that follow, the first that fits a failure holds for it.",
      "Where “Availability of the booking system” is missed, the credit is 2 000.00 GBP.",
      "Where “Availability of the booking system” is at minimum and this is at least its 4th failure in the 12 months that end with the month, the credit is 2 000.00 GBP.",
      "Where “Calls answered in time” is at minimum or missed and this is at least its 2nd failure in the 3 months that end with the month, the credit is 1 500.00 GBP.",
    ],
  ],
  [
    "shortfall",
    "Credits",
    [
      "A failure is a result that is at minimum or missed, by the terms of its service level.",
      "Of the rules that follow, the first that fits a failure holds for it.",
      "Where “Availability of the booking system” is at minimum or missed, the credit is 1 % of “booking charges” for each begun 0.1 percentage points by which its figure is worse than its expected mark.",
      "Where “Availability of the portal” is at minimum or missed, the credit is 3 % of “booking charges” for each 1 percentage point by which its figure is worse than its expected mark, parts of it in proportion; worse by more than 15 percentage points, it is the whole of “booking charges”.",
      "Where “Calls answered in time” is at minimum or missed, the credit is 1 % of “desk charges” for each full 1 percentage point by which its figure is worse than its expected mark.",
      "Where “Satisfied users” is at minimum or missed, the credit is 0.5 % of “desk charges” for each 1 percentage point by which its figure is worse than its expected mark, parts of it in proportion.",
    ],
  ],
  [
    "time-units",
    "Credits",
    [
      "A failure is a result that is at minimum or missed, by the terms of its service level.",
      "A service level that is judged for several services, components, sites or priorities fails for each by itself.",
      "Of the rules that follow, the first that fits a failure holds for it.",
      "Where “Availability of the booking system” is at minimum or missed, the credit is 100 % of “an hour” for each 1 h of outage, parts of it in proportion.",
      "Where “Availability of the portal” is at minimum or missed, the credit is 10 % of “charges” for the first 2 h of outage beyond the allowance or any part of it, and 5 % of “charges” for each begun 1 h of outage beyond the allowance after that. It is at most 25 % of “charges”.",
      "Where “Availability of each circuit” is at minimum or missed, the credit is 5 % of “circuit charge” for each begun 30 min of outage. It is at most 100 % of “circuit charge”.",
    ],
  ],
  [
    "points-marginal",
    "Points",
    [
      "The points of all failures of the month are added up.",
      "The first 20 points of a month cost nothing.",
      "Each other point gives 3.00 GBP times the factor of its own band: up to 100: 1; above 100 up to 200: 1.2; above 200: 1.5.",
    ],
  ],
  [
    "points-table",
    "Points",
    [
      "The points of all failures of the month are added up.",
      "Together they give a share of “next charges” that depends on their sum: 30 points or more: 10 %; from 25 to below 30 points: 8 %; from 20 to below 25 points: 6 %; from 15 to below 20 points: 4 %; from 10 to below 15 points: 2 %; below 10 points: nothing.",
    ],
  ],
  [
    "composite-score",
    "Score",
    [
      "The score of a month is the sum of the figures of “Incidents resolved in time” (40 %), “Calls answered in time” (35 %) and “Satisfied users” (25 %), each times its share; a figure in per cent counts as the number it shows, 95 for 95 %.",
      "A service level without a figure leaves its share to the others.",
      "Where none has a figure there is no score, and nothing is given for it.",
    ],
  ],
  [
    "one-event-exclusive-groups",
    "One event",
    [
      "Where one event makes several service levels fail, the credits of one group are added up, and only the group that gives most is credited; of equal ones, the first. The groups are: “Availability of the booking system” and “Incidents resolved in time”; “Mean time of a posting run”.",
      "A service level of the event that is in no group gives nothing.",
      "A person states which failures one event caused.",
      "The others give nothing and stay failures: for rows, counts and triggers.",
    ],
  ],
  [
    "critical-failure",
    "Given instead",
    [
      "Where a person sets “critical failure” for a month, 100 % of “charges” is given instead of all credits of that month and of what was carried into it.",
      "The limits of the month, of the quarter and of the year hold for it as well.",
    ],
  ],
  [
    "earn-back-bank",
    "Earn-back",
    [
      "After 3 months in a row without any credit by this plan, 100 % of the credits given since the bank was last filled goes to the bank.",
      "The bank is set against later credits and is never paid in cash.",
      "Credits for “Incidents resolved in time” are not won back.",
      "The bank is not set against them either.",
    ],
  ],
  [
    "earn-back-year-average",
    "Earn-back",
    [
      "100 % of a credit is won back when the average of the figures of the service level in the contract year of the credit, over at least 6 figures, is at or better than its expected mark, or its minimum where it has no other; this is decided with the last month of that year.",
      "It is rounded half up and taken off what is settled for the month that completes this; each credit is won back once.",
      "What was waived or is disputed for a service level is not won back.",
      "Credits of the months November and December are not won back.",
    ],
  ],
  [
    "bonus-paid",
    "Bonus",
    [
      "In a month in which “Availability of the portal” is met, 0.5 % of “charges” is earned for each full 0.1 percentage points by which its figure is better than 99.50 %.",
      "The bonus of a month is at most 2 % of “charges”.",
      "It is set against the credit of the month, and what is left of it is paid to Wickmere IT Ltd.",
    ],
  ],
  [
    "ratchet-step",
    "Marks that rise",
    [
      "The expected mark of “Availability of the booking system” rises at the end of each contract year: to the average of the last 12 months, but by no more than 20 % of its distance to 100 %.",
      "The minimum of “Availability of the booking system” rises at the end of each contract year: to the average of the last 12 months, but by no more than 5 % of its distance to 100 %.",
      "A mark never falls by this, and only marks of the kind “at least” rise.",
      "Nothing changes by itself: the new mark is proposed for an amendment.",
    ],
  ],
  [
    "unit-credit",
    "Credits",
    [
      "A failure is a result that is at minimum or missed, by the terms of its service level.",
      "Of the rules that follow, the first that fits a failure holds for it.",
      "Where “Availability of the booking system” is at minimum or missed, the credit is 1 transaction for each minute of exception, parts of it in proportion. It is multiplied by the monthly volume divided by the minutes of the period, and by 0.6.",
      "Where “Availability of the portal” is at minimum or missed, the credit is 100 % of “price” for each minute of exception, parts of it in proportion. It is multiplied by the monthly volume divided by the minutes of the period.",
      "Credits in transactions or days are stated as such and are no part of the money of the month.",
    ],
  ],
];

describe("what makes a ready plan what it is", () => {
  test.each(ready)("%s: %s", (plan, heading, sentences) => {
    const found = partsOf(loadPlan(plan).document, plan).find((part) => part.heading === heading);
    expect(found?.sentences).toEqual(sentences);
  });
});

const library = readdirSync(planFolder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => name.replace(/\.yaml$/, ""));

describe("every plan is written in full", () => {
  const plans = [
    ...library.map((plan) => [plan, loadPlan(plan).document] as const),
    ...["meridian-credits", "quillnet-credits"].map((plan) => [plan, demo] as const),
  ];

  test.each(plans)("%s", (plan, document) => {
    const parts = partsOf(document, plan);
    expect(parts.length).toBeGreaterThan(6);
    for (const { heading, sentences } of parts) {
      expect(heading).toMatch(/^[A-Z]/);
      for (const sentence of sentences) expect(sentence).toMatch(/^(?:[A-Z]|“|\d+[. ]).*\.$/);
    }
    expect(JSON.stringify(parts)).not.toMatch(/undefined|\[object|NaN|null%/);
  });

  test.each(plans)("%s shows no id where there is a title", (plan, document) => {
    const ids = document === null ? [] : hyphenated(document, plan);
    const text = JSON.stringify(partsOf(document, plan));
    expect(ids.filter((id) => text.includes(id))).toEqual([]);
  });
});

/** Ids that no sentence has for a word of its own. */
function hyphenated(document: ContractDocument, plan: string): readonly string[] {
  const sections = [document.charges, document.people, document.agreements, document.credit_plans];
  const levels = Object.values(document.agreements).map(({ service_levels }) => service_levels);
  const own = document.credit_plans[plan];
  return [...sections, ...levels, own?.bases ?? {}, own?.categories ?? {}]
    .flatMap((entries) => Object.keys(entries))
    .filter((id) => id.includes("-"));
}

test("a plan that the contract does not have has no text", () =>
  expect(demo && planProse(demo, "constructor", day)).toBeNull());

test("the text is that of the day: a later day tells of another set in force", () => {
  const on = (at: typeof day): string => JSON.stringify(demo && planProse(demo, "meridian-credits", at));
  expect(on(dayOf(2025, 6, 30))).toContain("from 1 July 2024 on, in force on the day of this text,");
  expect(on(dayOf(2025, 7, 1))).toContain("from 1 July 2025 on, in force on the day of this text,");
});
