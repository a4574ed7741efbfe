import { endHoldings, loadHoldings } from "../../../store/people/holdings.ts";
import { deactivatePerson, loadPerson } from "../../../store/people/people.ts";
import { Refusal } from "../../../wire/refusal.ts";
import type { Context } from "../../activity.ts";
import type { Way } from "./way.ts";
import { refuseOneself } from "./whom-it-concerns.ts";

/** A person is taken out of use, and every role that was held ends now. */
export const deactivate = ({ person }: { readonly person: string }): Way => ({
  check: (context) => isActive(context, person),
  work: async (context) => {
    await isActive(context, person);
    return await context.unit.asSystem(async (unit) => {
      const held = (await loadHoldings(unit)).filter((one) => one.person === person && one.until === null);
      const holdings = held.map(({ holding }) => holding);
      await endHoldings(unit, holdings, context.now);
      await deactivatePerson(unit, person);
      return { person, holdings };
    });
  },
});

const isActive = (context: Context, person: string): Promise<void> =>
  context.unit.asSystem(async (unit) => {
    refuseOneself(person, context);
    const found = await loadPerson(unit, person);
    if (found === null) throw new Refusal("no-such-person", `There is no person ${person}.`);
    if (!found.is_active) throw new Refusal("person-not-active", `${person} was taken out of use before.`);
  });
