import { describe, expect, test } from "vitest";
import { loadPlan } from "../../../../../stories/credits/load-plan.ts";
import { dayOf } from "../../../time/civil.ts";
import { planProse } from "./plan-prose.ts";

const day = dayOf(2026, 3, 1);

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
      "A service level that is in no group is a group of its own.",
      "A person states which failures one event caused.",
      "The others give nothing and stay failures: for rows, counts and triggers.",
    ],
  ],
  [
    "critical-failure",
    "Given instead",
    [
      "Where a person sets “critical failure” for a month, 100 % of “charges” is given instead of all credits of that month; what was carried into the month stays.",
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
      "100 % of a credit is won back when the average of the figures of the service level in the contract year of the credit over at least 6 figures is at or better than its expected mark, or its minimum where it has no other; this is decided with the last month of that year.",
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

function textOf(plan: string) {
  const { document } = loadPlan(plan);
  return document && planProse(document, plan, day);
}

describe("what makes a ready plan what it is", () => {
  test.each(ready)("%s: %s", (plan, heading, sentences) => {
    const found = textOf(plan)?.parts.find((part) => part.heading === heading);
    expect(found?.sentences).toEqual(sentences);
  });
});
