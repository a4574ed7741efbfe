import { mayAskSystem, mayStart } from "../rasci/decide.ts";
import type { Case } from "./case.ts";
import { refusedAs } from "./refused-as.ts";

/** Refuses an activity to whom the matrix does not give it. A person may set the system to work where the row says so. */
export async function checkStart({ activity, row, scope, starter, context, input }: Case): Promise<void> {
  const concerns = activity.concerns ? await activity.concerns(context, input) : null;
  const by = starter.side === "system" ? "the system" : starter;
  const own = mayStart({ row, by, concerns }, scope);
  if (own === "yes") return;
  const asks = own === "system-only" || row.doneBy === "a person or the system";
  if (by !== "the system" && asks && mayAskSystem({ row, person: by.person }, scope) === "yes") return;
  throw refusedAs(own === "system-only" ? "not-responsible" : own, row);
}
