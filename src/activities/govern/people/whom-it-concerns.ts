import type { Unit } from "../../../store/gate.ts";
import { loadHoldings } from "../../../store/people/holdings.ts";
import { loadPerson } from "../../../store/people/people.ts";
import { Refusal } from "../../../wire/refusal.ts";
import type { Actor } from "../../rasci/holding.ts";

type Asked =
  | { readonly do: "invite"; readonly person: string; readonly party: string }
  | { readonly do: "grant" | "deactivate"; readonly person: string }
  | { readonly do: "end"; readonly holding: string };

/** The person whose access or roles change. Refused where there is none. */
export async function whomItConcerns(unit: Unit, asked: Asked): Promise<Actor> {
  const found = await findConcerned(unit, asked);
  if ("refusal" in found) throw found.refusal;
  return found;
}

/** The person whose access or roles change, or why there is none. */
export const findConcerned = (unit: Unit, asked: Asked): Promise<Actor | { readonly refusal: Refusal }> =>
  unit.asSystem(async (system) => {
    if (asked.do === "invite") return { person: asked.person, party: asked.party };
    const id = asked.do === "end" ? await holderOf(system, asked.holding) : asked.person;
    if (id === null) return { refusal: new Refusal("no-such-holding", "There is no such role that anybody holds.") };
    const found = await loadPerson(system, id);
    if (found === null)
      return { refusal: new Refusal("no-such-person", `There is no person ${id}. Invite them first.`) };
    return { person: found.person, party: found.party };
  });

const holderOf = async (unit: Unit, holding: string): Promise<string | null> =>
  (await loadHoldings(unit)).find((one) => one.holding === holding)?.person ?? null;

/** Nobody changes their own roles, also where a matrix was edited not to ask for that. */
export function refuseOneself(person: string, { startedBy }: { readonly startedBy: Actor }): void {
  if (person !== startedBy.person) return;
  throw new Refusal("for-oneself", "Nobody gives or takes their own roles. Ask another administrator.");
}
