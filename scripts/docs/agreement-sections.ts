import type { z } from "zod";
import { clockRuleNames } from "../../src/engine/agreement/document/rules.ts";
import { usualCalendarRules, usualRules } from "../../src/engine/agreement/rules.ts";
import { agreement } from "../../src/wire/agreement/agreement.ts";
import { amendment } from "../../src/wire/agreement/amendment.ts";
import { calendar, holiday, maintenanceWindow } from "../../src/wire/agreement/calendars.ts";
import { catalogueSection } from "../../src/wire/agreement/catalogue.ts";
import { charge } from "../../src/wire/agreement/charge.ts";
import { clock } from "../../src/wire/agreement/clock.ts";
import { contractSection, rulesDocument } from "../../src/wire/agreement/contract.ts";
import { creditPlan } from "../../src/wire/agreement/credit/credit-plan.ts";
import { definitionsSection } from "../../src/wire/agreement/definitions.ts";
import { improvementSection } from "../../src/wire/agreement/improvement.ts";
import { level, levelRulesDocument } from "../../src/wire/agreement/level.ts";
import { report, review } from "../../src/wire/agreement/meetings.ts";
import { party, person, team, tool } from "../../src/wire/agreement/people.ts";
import { underpinningSection } from "../../src/wire/agreement/underpinning.ts";
import type { Linked, Section } from "./field-table.ts";
import { anchor } from "./table.ts";
import { improvementIntro } from "./trigger-words.ts";

const each = (heading: string, key: string, schema: z.ZodObject): Section => ({
  heading,
  intro: `Entries of \`${key}\`, each under its id.`,
  schema,
});
const one = (heading: string, key: string, schema: z.ZodObject): Section => ({
  heading,
  intro: `The section \`${key}\`.`,
  schema,
});

const rules = (said: string, fields: readonly string[]) => ({ said, fields });
const ruleLink = (text: string, heading: string): string => `[${text}](${anchor(heading)})`;

const levelRuleNames = Object.keys(usualRules).filter((name) => !(clockRuleNames as readonly string[]).includes(name));

/** Shown as a table of their own, in the order of a contract. The rules themselves are told elsewhere. */
export const agreementSections: readonly Section[] = [
  one("Contract", "contract", contractSection),
  each("Parties", "parties", party),
  each("Teams", "teams", team),
  each("People", "people", person),
  each("Tools", "tools", tool),
  one("Definitions", "definitions", definitionsSection),
  each("Holidays", "holidays", holiday),
  {
    ...each("Calendars", "calendars", calendar),
    elsewhere: rules(
      `Beside these: the ${ruleLink("rules of a calendar", "Rules of calendars")}.`,
      Object.keys(usualCalendarRules),
    ),
  },
  each("Maintenance windows", "maintenance_windows", maintenanceWindow),
  one("Catalogue", "catalogue", catalogueSection),
  each("Agreements", "agreements", agreement),
  {
    heading: "Service levels",
    intro:
      "Entries of `service_levels` in an agreement. Which fields a level needs beside the bold ones depends on what it [measures](#measures).",
    schema: level,
    elsewhere: rules(
      `Beside these: the ${ruleLink("rules of a service level", "Rules of service levels")}.`,
      levelRuleNames,
    ),
  },
  {
    heading: "Clocks",
    intro:
      "The `clock` of a service level. Its time is said once: by `within`, by `by`, by one table `per_…` or by the `stages` of the level.",
    schema: clock,
    elsewhere: rules(`Beside these: the ${ruleLink("rules of a clock", "Rules of clocks")}.`, clockRuleNames),
  },
  one("Underpinning", "underpinning", underpinningSection),
  each("Amendments", "amendments", amendment),
  each("Charges", "charges", charge),
  each("Credit plans", "credit_plans", creditPlan),
  { ...one("Improvement", "improvement", improvementSection), intro: improvementIntro },
  each("Reports", "reports", report),
  each("Reviews", "reviews", review),
];

/** Named by a link where they stand, and told under a heading of their own. */
export const linkedSections: readonly Linked[] = [
  ...agreementSections,
  { heading: "Rules on which systems disagree", schema: rulesDocument },
  { heading: "Rules of service levels", schema: levelRulesDocument },
];
