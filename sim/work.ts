import type { Chance } from "./random.ts";

/** What is done to each component in a change. */
const works: Readonly<Record<string, readonly string[]>> = {
  "claims-application": [
    "Release of claims application",
    "Fix in payment interface",
    "New letter templates",
    "Rates of the quarter",
    "Index on claims table",
  ],
  "portal-hosting": [
    "Patches of web servers",
    "Renew certificate of portal",
    "Rules of load balancer",
    "Release of portal",
  ],
  "claims-hosting": ["Patches of hosts", "Firmware of storage", "Move of virtual machines", "More memory for database"],
  "office-network": ["Swap of a switch", "New wireless access point", "Rule on firewall", "Port for meeting room"],
  "document-store": ["Tidy index of scans", "Retention of letters", "More space for scans"],
  "circuit-north": ["Router firmware of northern line", "Quality of service on northern line"],
  "circuit-south": ["Router firmware of southern line", "Quality of service on southern line"],
};

/** The line in which a change is told. */
export function workOf(chance: Chance, component: string): string {
  const own = works[component] ?? ["Change"];
  return own[chance.whole(0, own.length - 1)] ?? "Change";
}
