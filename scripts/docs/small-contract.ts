import type { ContractDocument } from "../../src/engine/agreement/document/document.ts";
import { readAgreement } from "../../src/wire/agreement/load.ts";

/**
 * A contract with one service level, of an OLA, and nothing that could be left out. `changes` are lines of `field: value` that
 * replace the line of their field or, at the level, are added to it; they are read as a contract is read.
 */
export function smallContract(...changes: readonly string[]): ContractDocument {
  const text = changes.reduce(changed, small);
  const { document, problems } = readAgreement([{ name: "small.yaml", text }]);
  if (document === null) throw new Error(problems.map(({ path, message }) => `${path}: ${message}`).join("\n"));
  return document;
}

function changed(text: string, change: string): string {
  const field = change.slice(0, change.indexOf(":"));
  const line = new RegExp(`^( +)${field}:.*$`, "m");
  return line.test(text)
    ? text.replace(line, (_, indent: string) => `${indent}${change}`)
    : `${text}        ${change}\n`;
}

const small = `underpin: 1
contract: {id: quay, title: Quay, client: harbour, supplier: northlight, from: 2026-01-01, until: 2026-12-31, time_zone: Europe/London, currency: GBP}
parties: {harbour: {name: Harbour Mutual, role: client}, northlight: {name: Northlight, role: supplier}}
teams: {second-line: {name: Second line, of: northlight}}
people: {ines-roe: {name: Ines Roe, of: northlight, roles: [service level manager]}}
tools: {desk: {name: Desk, records: [incidents, outages]}}
calendars: {always: {title: Round the clock, hours: {every day: 00:00-24:00}}}
catalogue: {services: {claims: {name: Claims, criticality: vital, owner: ines-roe, calendar: always}}}
agreements:
  sla:
    kind: OLA
    title: Claims
    provider: second-line
    customer: northlight
    owner: ines-roe
    services: [claims]
    from: 2026-01-01
    period: month
    service_levels:
      repair:
        title: Repair
        measure: share in time
        of: incidents
        clock: {stops: resolved, within: 4h}
        expected: at least 95%
`;
