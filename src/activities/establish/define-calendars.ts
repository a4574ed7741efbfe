import { activity } from "../activity.ts";
import { isAmendmentOf } from "./text/changed-parts.ts";
import { textActivity } from "./text/text-activity.ts";

const sections: readonly string[] = ["calendars", "holidays", "maintenance_windows"];

/** A new version of the text in which only calendars, holidays and maintenance windows differ, or amendments of them. */
export const defineCalendars = activity({
  name: "define calendars",
  summary: "Saves a new version of a contract's text in which only service hours, holidays and windows differ.",
  path: "/contracts/{contract}/calendars",
  ...textActivity(
    (part, texts) => sections.includes(part.section) || isAmendmentOf(part, texts, (amends) => amends === "calendars"),
  ),
});
