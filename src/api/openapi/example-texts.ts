/** Files of a contract as people write them, for the examples of bodies. The people and companies are made up. */

export const contractText = `underpin: 1

contract:
  id: harbour-services
  title: Services for Harbour Mutual
  client: harbour
  supplier: tideway
  from: 2026-01-01
  until: 2028-12-31
  time_zone: Europe/London
  currency: GBP

parties:
  harbour: {name: Harbour Mutual, role: client}
  tideway: {name: Tideway IT, role: supplier}

people:
  ada-kestrel: {name: Ada Kestrel, of: tideway, roles: [service level manager, capacity manager]}

tools:
  monitor: {name: Monitor, records: [samples], owner: ada-kestrel}

calendars:
  always:
    title: Round the clock
    hours: {every day: 00:00-24:00}

agreements:
  harbour-sla:
    kind: SLA
    title: Load of the policy system
    provider: tideway
    customer: harbour
    owner: ada-kestrel
    services: []
    from: 2026-01-01
    service_levels:
      headroom:
        title: Load of at most 80
        clause: item 1
        measure: share of samples
        of: samples
        good: {value: at most 80}
        calendar: always
        sampled_every: 5m
        complete_from: 90%
        expected: at least 95%
`;

export const mappingText = `underpin: 1

mappings:
  monitor-load:
    tool: monitor
    gives: samples
    file: {kind: csv, separator: comma, encoding: utf-8, missing: [""]}
    stamps: {order: year month day, time: 24 hours, time_zone: Etc/UTC}
    rows: one per sample
    record: {file_name: without endings}
    happened: timestamp
    value: value
`;

export const calendarText = `underpin: 1
part_of: harbour-services

calendars:
  always:
    title: Round the clock
    hours: {every day: 00:00-24:00}
  business-hours:
    title: Business hours
    hours: {Mon-Fri: 08:00-18:00}
`;

export const catalogueText = `underpin: 1
part_of: harbour-services

catalogue:
  services:
    policies: {name: Policy system, criticality: high}
`;

export const amendmentText = `underpin: 1
part_of: harbour-services

amendments:
  first-amendment:
    amends: harbour-sla
    effective: 2026-07-01
    because: The review of May
`;
