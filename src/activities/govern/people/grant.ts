import { loadAgreements } from "../../../store/contracts/agreements.ts";
import { loadContract } from "../../../store/contracts/contracts.ts";
import type { Unit } from "../../../store/gate.ts";
import { newId } from "../../../store/new-id.ts";
import { addHolding, loadHoldings } from "../../../store/people/holdings.ts";
import { loadPerson, type Person } from "../../../store/people/people.ts";
import { Refusal } from "../../../wire/refusal.ts";
import type { Context } from "../../activity.ts";
import { type RoleCode, roles, type Side } from "../../rasci/roles.ts";
import { refuseUnions } from "./refuse-unions.ts";
import type { Way } from "./way.ts";
import { refuseOneself } from "./whom-it-concerns.ts";

interface Grant {
  readonly person: string;
  readonly role: RoleCode;
  readonly contract: string | null;
}

/** A person is given a role from now on, for one contract or for all. */
export const grant = (asked: Grant): Way => ({
  check: (context) => mayHold(context, asked),
  work: async (context) => {
    await mayHold(context, asked);
    const holding = newId();
    const row = { holding, ...asked, from: context.now, granted_by: context.startedBy.person };
    await context.unit.asSystem((unit) => addHolding(unit, row));
    return { person: asked.person, holdings: [holding] };
  },
});

const mayHold = (context: Context, asked: Grant): Promise<void> =>
  context.unit.asSystem(async (unit) => {
    refuseOneself(asked.person, context);
    const person = await loadPerson(unit, asked.person);
    if (person === null) throw new Refusal("no-such-person", `There is no person ${asked.person}. Invite them first.`);
    if (!person.is_active) throw new Refusal("person-not-active", `${asked.person} was taken out of use.`);
    refuseSide(person, asked.role);
    await refuseContract(unit, person, asked.contract);
    const held = (await loadHoldings(unit)).filter((one) => one.person === asked.person && one.until === null);
    if (held.some((one) => one.role === asked.role && one.contract === asked.contract)) {
      throw new Refusal("already-held", `${asked.person} holds ${asked.role} already.`);
    }
    await refuseUnions({ ...context, unit }, { ...asked, party: person.party });
  });

/** The sides whose people may hold a role of a side: teams are the provider's, so its own people may lead them. */
const holdersOf: Readonly<Record<Side, readonly Side[]>> = {
  client: ["client"],
  provider: ["provider"],
  vendor: ["vendor"],
  team: ["team", "provider"],
};

function refuseSide({ person, party, side }: Person, role: RoleCode): void {
  // Any person may own an improvement plan, of whatever side.
  const sides = role === "SIP owner" ? null : holdersOf[roles[role].side];
  if (sides === null || sides.includes(side)) return;
  const { title } = roles[role];
  const message = `${role} (${title}) is for people of the ${sides.join(" or ")}; ${person} is of ${party}, a ${side}.`;
  throw new Refusal("role-of-other-side", message);
}

/** A role for one contract is for people who have a part in it; one for all is for the provider and its teams. */
async function refuseContract(unit: Unit, { person, party, side }: Person, contract: string | null): Promise<void> {
  if (contract === null) {
    if (side === "provider" || side === "team") return;
    throw new Refusal("contract-missing", `${person} is of ${party}: name the contract for which the role is held.`);
  }
  const found = await loadContract(unit, contract);
  if (found === null) throw new Refusal("no-such-contract", `There is no contract ${contract}.`);
  const isProvider = (await loadAgreements(unit, contract)).some((one) => one.provider === party);
  if (side === "provider" || found.client === party || (side !== "client" && isProvider)) return;
  throw new Refusal("not-of-contract", `${person} is of ${party}, which has no part in ${contract}.`);
}
