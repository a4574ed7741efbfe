import type { Need } from "./library-shape.ts";

/** Everything of a small contract that stands before its first service level. */
export function frameAround(id: string, needs: readonly Need[]): string {
  const has = (need: Need): boolean => needs.includes(need);
  const definitions =
    has("priorities") || has("waiting")
      ? `definitions:\n${has("priorities") ? priorities : ""}${has("waiting") ? waiting : ""}\n`
      : "";
  return [
    contract(id),
    parties,
    definitions,
    calendars,
    has("window") ? window : "",
    `catalogue:\n${services}${has("components") ? components : ""}\n`,
    agreement,
  ].join("");
}

const contract = (id: string): string => `underpin: 1

contract:
  id: tern-${id}
  title: Services for Tern Ferries
  client: tern
  supplier: wickmere
  from: 2026-01-01
  until: 2028-12-31
  time_zone: Europe/London
  currency: GBP
  rules:
    business_days: close of business

`;

const parties = `parties:
  tern:     {name: Tern Ferries Ltd, role: client}
  wickmere: {name: Wickmere IT Ltd, role: supplier}

people:
  alma-reyes: {name: Alma Reyes, of: wickmere, roles: [service level manager]}

`;

const priorities = `  priorities:
    P1: {name: Critical, means: A service is down}
    P2: {name: High, means: A service is impaired}
    P3: {name: Normal, means: One user is held up}
`;

const waiting = `  waiting:
    client-answer: {name: An answer or access from the client, ends_after: 5 business days}
`;

const calendars = `holidays:
  england: {country: GB, region: ENG}

calendars:
  always:
    title: Round the clock
    hours: {every day: 00:00-24:00}
  business-hours:
    title: Business hours
    hours: {Mon-Fri: 09:00-17:00}
    holidays: [england]

`;

const window = `maintenance_windows:
  second-sunday:
    title: Monthly maintenance
    every: month
    on: 2nd Sunday
    at: 01:00-05:00
    services: [booking]

`;

const services = `  services:
    booking:
      name: Booking system
      criticality: vital
      owner: alma-reyes
      calendar: always
`;

const components = `  components:
    circuit-a: {name: Circuit A, provided_by: wickmere}
    circuit-b: {name: Circuit B, provided_by: wickmere}
`;

const agreement = `agreements:
  tern-sla:
    kind: SLA
    title: Service levels for Tern Ferries
    provider: wickmere
    customer: tern
    owner: alma-reyes
    services: [booking]
    from: 2026-01-01
    period: month
    service_levels:
`;
