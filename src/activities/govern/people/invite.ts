import { loadParties } from "../../../store/people/parties.ts";
import { addPerson, loadPeople } from "../../../store/people/people.ts";
import { Refusal } from "../../../wire/refusal.ts";
import type { Context } from "../../activity.ts";
import type { Way } from "./way.ts";
import { refuseOneself } from "./whom-it-concerns.ts";

interface Invitation {
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly party: string;
}

/** A person of a party is let in, without an account until the invitation is answered. */
export const invite = ({ person, name, email, party }: Invitation): Way => ({
  check: async (context) => {
    refuseOneself(person, context);
    await isNew(context, { person, email, party });
  },
  work: async (context) => {
    await isNew(context, { person, email, party });
    await context.unit.asSystem((unit) => addPerson(unit, { person, name, email, party, created: context.now }));
    return { person, holdings: [] };
  },
});

const isNew = ({ unit }: Context, { person, email, party }: Omit<Invitation, "name">): Promise<void> =>
  unit.asSystem(async (system) => {
    const parties = (await loadParties(system)).map((one) => one.party);
    if (!parties.includes(party)) {
      throw new Refusal("no-such-party", `There is no party ${party}. It comes with a contract; set that up first.`);
    }
    const people = await loadPeople(system);
    if (people.some((one) => one.person === person)) {
      throw new Refusal("person-is-there", `There is a person ${person} already. Use another id.`);
    }
    if (people.some((one) => one.email.toLowerCase() === email.toLowerCase())) {
      throw new Refusal("email-is-there", `${email} is the address of somebody else here. Use another.`);
    }
  });
