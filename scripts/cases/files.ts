import { runAvailabilityCase } from "./availability.ts";
import { runCalendarCase } from "./calendar.ts";
import { runClockCase } from "./clock.ts";
import { runCreditsCase } from "./credits.ts";
import type { Outcome } from "./outcome.ts";
import { runSliCase } from "./sli.ts";

/** The files of cases and what runs a case of each. */
export const caseFiles: Readonly<Record<string, (one: never) => Outcome>> = {
  "calendar.json": runCalendarCase,
  "clock.json": runClockCase,
  "availability.json": runAvailabilityCase,
  "sli.json": runSliCase,
  "credits.json": runCreditsCase,
};
