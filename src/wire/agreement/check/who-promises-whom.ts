import { entry } from "../../../engine/agreement/document/written.ts";
import type { Complaint } from "../problem.ts";
import { atValue, type Rule } from "./rule.ts";

/** The client is a client, the supplier a supplier; an OLA is given by a team, a UC by a vendor. */
export const whoPromisesWhom: Rule = (document) => {
  const { contract, parties, teams, agreements } = document;
  const role = (
    path: readonly string[],
    id: string,
    wanted: "client" | "supplier" | "vendor",
  ): readonly Complaint[] => {
    const party = entry(parties, id);
    if (party === undefined || party.role === wanted) return [];
    const message = `'${id}' is a ${party.role}, not a ${wanted}.`;
    return [atValue(path, { code: "wrong-role", message, way_out: `Name a party with the role ${wanted}.` })];
  };
  const providers = Object.entries(agreements).flatMap(([id, { kind, provider, customer }]) => {
    const path = ["agreements", id];
    if (kind === "SLA")
      return [...role([...path, "provider"], provider, "supplier"), ...role([...path, "customer"], customer, "client")];
    if (kind === "UC") return role([...path, "provider"], provider, "vendor");
    if (entry(teams, provider) || !entry(parties, provider)) return [];
    const message = `'${provider}' is a party; an OLA is given by a team.`;
    return [atValue([...path, "provider"], { code: "wrong-role", message, way_out: "Name a team, or make it a UC." })];
  });
  return [
    ...role(["contract", "client"], contract.client, "client"),
    ...role(["contract", "supplier"], contract.supplier, "supplier"),
    ...providers,
  ];
};
