import type { Chance } from "./random.ts";

/** Names of the tool for what fails: the configuration items of each component, the likelier first. */
const items: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  "claims-application": [
    ["CLM-APP-PRD", 60],
    ["CLM-DB-PRD", 20],
    ["CLM-PAY-IF", 20],
  ],
  "claims-hosting": [
    ["CLM-VMW-01", 40],
    ["CLM-VMW-02", 35],
    ["CLM-SAN-01", 25],
  ],
  "document-store": [["DOC-STORE-01", 1]],
  "portal-hosting": [
    ["POR-WEB-01", 50],
    ["POR-WEB-02", 35],
    ["POR-LB-01", 15],
  ],
  "circuit-north": [["WAN-LDS-N", 1]],
  "circuit-south": [["WAN-LDS-S", 1]],
  "office-network": [
    ["LAN-LDS", 50],
    ["LAN-BFD", 25],
    ["LAN-YRK", 15],
    ["WLAN-ALL", 10],
  ],
};

/** One item of a component; nothing for an incident that names none. */
export function itemOf(chance: Chance, component: string): string {
  const own = items[component];
  return own === undefined ? "" : chance.pick(own);
}

/** What services and places are called in the tool. */
export const serviceNames: Readonly<Record<string, string>> = {
  "claims-platform": "Claims Platform",
  "policy-portal": "Policy Portal",
  workplace: "Workplace",
};

export const siteNames: Readonly<Record<string, string>> = {
  leeds: "Leeds - Wharf House",
  bradford: "Bradford",
  york: "York",
  home: "Home working",
};
