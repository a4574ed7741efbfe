import { loadContract } from "../../store/contracts/contracts.ts";
import { Refusal } from "../../wire/refusal.ts";
import { mayAskSystem, mayPrepare, mayStart, type StartRefusal } from "../rasci/decide.ts";
import type { MatrixRow } from "../rasci/matrix.ts";
import type { Case } from "./case.ts";
import { refusedAs } from "./refused-as.ts";

/**
 * Refuses an activity to whom the matrix does not give it. A person may set the system to work where the row says so; who
 * supports may prepare it for those who are responsible.
 */
export async function checkStart(opened: Case): Promise<"do" | "prepare"> {
  const { activity, row, scope, starter, context, input } = opened;
  const by = starter.side === "system" ? "the system" : starter;
  const asks = row.doneBy !== "a person" && by !== "the system";
  if (asks && mayAskSystem({ row, person: by.person }, scope) === "yes") return "do";
  // Whether what it concerns is there, nobody learns who may not start it.
  const first = mayStart({ row, by, concerns: null }, scope);
  const helps = by !== "the system" && mayPrepare({ row, person: by.person }, scope) === "yes";
  if (first === "not-responsible" && helps) return "prepare";
  if (first !== "yes" && first !== "concerns-nobody") throw refused(first, row);
  const concerns = activity.concerns ? await activity.concerns(context, input) : null;
  const own = mayStart({ row, by, concerns }, scope);
  if (own !== "yes") throw refused(own, row);
  return "do";
}

/** Refuses what is about a contract that the tenant does not have. Told to whom the matrix gives a part alone. */
export async function checkContract({ contract, context }: Case): Promise<void> {
  if (contract === null) return;
  const found = await context.unit.asSystem((unit) => loadContract(unit, contract));
  if (found === null) throw new Refusal("no-such-contract", `There is no contract ${contract}.`);
}

const refused = (code: StartRefusal, row: MatrixRow): Refusal =>
  refusedAs(code === "system-only" ? "not-responsible" : code, row);
