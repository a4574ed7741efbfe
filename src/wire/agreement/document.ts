import { z } from "zod";
import { agreement } from "./agreement.ts";
import { amendment } from "./amendment.ts";
import { calendars, holidays, maintenanceWindows } from "./calendars.ts";
import { catalogueSection } from "./catalogue.ts";
import { charge } from "./charge.ts";
import { contractSection } from "./contract.ts";
import { creditPlan } from "./credit/credit-plan.ts";
import { definitionsSection } from "./definitions.ts";
import { byId, fields } from "./fields.ts";
import { improvementSection } from "./improvement.ts";
import { report, review } from "./meetings.ts";
import { party, person, team, tool } from "./people.ts";
import { underpinningSection } from "./underpinning.ts";

/** The whole contract: the files of a folder joined under their top-level keys. */
export const contractDocument = fields({
  underpin: z.literal("1").describe("The version of the format"),
  contract: contractSection.describe("Who agreed, for how long, in which zone and currency"),
  parties: byId(party).default({}).describe("Client, supplier and vendors"),
  teams: byId(team).default({}).describe("Teams, which can promise in an OLA"),
  people: byId(person).default({}).describe("People who sign, own, lead or approve"),
  tools: byId(tool).default({}).describe("Where records come from"),
  charges: byId(charge).default({}).describe("What is paid"),
  definitions: definitionsSection.default({}).describe("Priorities, reasons of waiting, further fields"),
  holidays: holidays.default({}).describe("Sets of days with other hours than the week"),
  calendars: calendars.default({}).describe("Which time is service time"),
  maintenance_windows: maintenanceWindows.default({}).describe("Windows in which downtime was agreed"),
  catalogue: catalogueSection.default({}).describe("Services, components and offerings"),
  agreements: byId(agreement).default({}).describe("SLAs, OLAs and UCs with their service levels"),
  underpinning: underpinningSection.default({}).describe("How promises rest on one another"),
  credit_plans: byId(creditPlan).default({}).describe("What a miss costs"),
  improvement: improvementSection.default({}).describe("What follows from misses beyond money"),
  reports: byId(report).default({}).describe("Reports that are owed"),
  reviews: byId(review).default({}).describe("Reviews that are held"),
  amendments: byId(amendment).default({}).describe("What was changed after signing"),
  mappings: byId(z.unknown()).default({}).describe("How files of tools become records"),
});
