import { activity } from "../activity.ts";
import { draftsOf } from "./drafts-of.ts";

/** A new version of the text in which only OLAs differ, each of them a draft until it is signed. */
export const draftAnOla = activity({
  name: "draft an OLA",
  summary: "Saves a new version of a contract's text in which only OLAs, promises of the provider's own teams, differ.",
  path: "/contracts/{contract}/olas",
  ...draftsOf("OLA"),
});
