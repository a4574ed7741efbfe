import { activity } from "../activity.ts";
import { draftsOf } from "./drafts-of.ts";

/** A new version of the text in which only SLAs differ, each of them a draft until it is signed. */
export const draftAnSla = activity({
  name: "draft an SLA",
  summary: "Saves a new version of a contract's text in which only SLAs, promises to the client, differ.",
  path: "/contracts/{contract}/slas",
  ...draftsOf("SLA"),
});
