import { activity } from "../activity.ts";
import { isAmendmentOf } from "./text/changed-parts.ts";
import { textActivity } from "./text/text-activity.ts";

/** A new version of the text in which only the catalogue differs, or amendments of it. */
export const maintainTheServiceCatalogue = activity({
  name: "maintain the service catalogue",
  summary: "Saves a new version of a contract's text in which only the services and components differ.",
  path: "/contracts/{contract}/catalogue",
  ...textActivity(
    (part, texts) => part.section === "catalogue" || isAmendmentOf(part, texts, (amends) => amends === "catalogue"),
  ),
});
