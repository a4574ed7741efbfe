import { activity } from "../activity.ts";
import { draftsOf } from "./drafts-of.ts";

/** A new version of the text in which only UCs differ, each of them a draft until it is signed. */
export const draftAUc = activity({
  name: "draft a UC",
  summary: "Saves a new version of a contract's text in which only UCs, promises of vendors, differ.",
  path: "/contracts/{contract}/ucs",
  ...draftsOf("UC"),
});
