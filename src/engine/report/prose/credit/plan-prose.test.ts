import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
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
    "Credits of a month are given only if Tideway IT Services Ltd claims them within 30 calendar days after the end of the month.",
    "One claim is for all failures of the month; without it they stay failures and give nothing.",
    "A credit is set against the invoice of the month that follows, which is all charges of that month under the agreement.",
    "3. Without a claim in time they give nothing.",
    "5. It is multiplied by the records out of time.",
  ]);
});

test("a plan that the contract does not have has no text", () =>
  expect(demo && planProse(demo, "constructor", day)).toBeNull());

test("the text is that of the day: a later day tells of another set in force", () => {
  const on = (at: typeof day): string => JSON.stringify(demo && planProse(demo, "meridian-credits", at));
  expect(on(dayOf(2025, 6, 30))).toContain("from 1 July 2024 on, in force on the day of this text,");
  expect(on(dayOf(2025, 7, 1))).toContain("from 1 July 2025 on, in force on the day of this text,");
});
