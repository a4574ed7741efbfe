import type { Term } from "../../agreement/document/written.ts";
import { allowedTime } from "./duration.ts";
import { counted } from "./list.ts";

/** A stretch of contract time: `30 days`, `3 months`, `2 h`. */
export const termText = (term: Term): string =>
  term.kind === "months" ? counted(term.count, "month") : allowedTime(term);
