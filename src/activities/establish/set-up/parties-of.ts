import type { ContractDocument } from "../../../engine/agreement/document/document.ts";
import type { Party } from "../../../store/people/parties.ts";
import { Refusal } from "../../../wire/refusal.ts";

/** The parties of a contract and the provider's teams, by the kinds that the tenant tells apart. */
export function partiesOf({ parties, teams }: ContractDocument): readonly Party[] {
  return [
    ...Object.entries(parties).map(
      ([party, { name, role }]): Party => ({
        party,
        name,
        kind: role === "supplier" ? "provider" : role,
      }),
    ),
    ...Object.entries(teams).map(([party, { name }]): Party => ({ party, name, kind: "team" })),
  ];
}

/** A party keeps its kind in all contracts, and one tenant has one provider, since the provider sees them all. */
export function refuseParties(parties: readonly Party[], known: readonly Party[]): void {
  for (const { party, kind } of parties) {
    const there = known.find((one) => one.party === party);
    if (there !== undefined && there.kind !== kind) {
      const message = `${party} is known as a ${there.kind}, here it is a ${kind}. Give one of the two another id.`;
      throw new Refusal("party-of-other-kind", message);
    }
    const provider = known.find((one) => one.kind === "provider");
    if (kind === "provider" && provider !== undefined && provider.party !== party) {
      const message = `The supplier of every contract here is ${provider.party}, not ${party}. Write that id.`;
      throw new Refusal("other-provider", message);
    }
  }
}
