import type { Unit } from "../../../store/gate.ts";
import { endHoldings, type HoldingRow, loadHoldings } from "../../../store/people/holdings.ts";
import { Refusal } from "../../../wire/refusal.ts";
import type { Context } from "../../activity.ts";
import type { Way } from "./way.ts";
import { refuseOneself } from "./whom-it-concerns.ts";

/** A role ends now; that it was held stays to be seen. */
export const endRole = ({ holding }: { readonly holding: string }): Way => ({
  check: (context) => held(context, holding),
  work: async (context) => {
    const { person } = await held(context, holding);
    await context.unit.asSystem((unit) => endHoldings(unit, [holding], context.now));
    return { person, holdings: [holding] };
  },
});

async function held(context: Context, holding: string): Promise<HoldingRow> {
  const found = (await context.unit.asSystem((unit: Unit) => loadHoldings(unit))).find(
    (one) => one.holding === holding,
  );
  if (found === undefined) throw new Refusal("no-such-holding", "There is no such role that anybody holds.");
  if (found.until !== null) throw new Refusal("holding-ended", `${found.person} does not hold ${found.role} any more.`);
  refuseOneself(found.person, context);
  return found;
}
