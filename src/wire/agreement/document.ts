import { z } from "zod";
import { agreement } from "./agreement.ts";
import { amendment } from "./amendment.ts";
import { calendars, holidays, maintenanceWindows } from "./calendars.ts";
import { catalogueSection } from "./catalogue.ts";
import { charge } from "./charge.ts";
import { contractSection } from "./contract.ts";
import { creditPlan } from "./credit-plan.ts";
import { definitionsSection } from "./definitions.ts";
import { byId, fields } from "./fields.ts";
import { improvementSection } from "./improvement.ts";
import { report, review } from "./meetings.ts";
import { party, person, team, tool } from "./people.ts";
import { underpinningSection } from "./underpinning.ts";

/** The whole contract: the files of a folder joined under their top-level keys. */
export const contractDocument = fields({
  underpin: z.literal("1"),
  contract: contractSection,
  parties: byId(party).default({}),
  teams: byId(team).default({}),
  people: byId(person).default({}),
  tools: byId(tool).default({}),
  charges: byId(charge).default({}),
  definitions: definitionsSection.default({}),
  holidays: holidays.default({}),
  calendars: calendars.default({}),
  maintenance_windows: maintenanceWindows.default({}),
  catalogue: catalogueSection.default({}),
  agreements: byId(agreement).default({}),
  underpinning: underpinningSection.default({}),
  credit_plans: byId(creditPlan).default({}),
  improvement: improvementSection.default({}),
  reports: byId(report).default({}),
  reviews: byId(review).default({}),
  amendments: byId(amendment).default({}),
  mappings: byId(z.unknown()).default({}),
});
