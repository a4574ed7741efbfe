import { four, levelsOf } from "../terms.ts";

/** Hours of the four calendars, in the words of an agreement. */
const calendars: Readonly<Record<string, string>> = {
  berlin: `hours: {Mon-Fri: ["08:00-12:00", "13:00-18:00"]}, time_zone: Europe/Berlin, holidays: [christmas]`,
  london: `hours: {Mon-Fri: "09:00-17:30"}, time_zone: Europe/London, holidays: [christmas]`,
  york: `hours: {Mon-Fri: "08:00-18:00", Sat: "09:00-13:00"}, time_zone: America/New_York`,
  always: `hours: {every day: "00:00-24:00"}`,
};

/** The ten levels as an agreement, the same as `levelsOf(10, four)`. */
export const contract = (): string => `
underpin: 1
contract:
  {id: bench, title: Support of Saltmarsh Ferries, client: saltmarsh, supplier: northlight,
   from: 2026-01-01, until: 2027-12-31, time_zone: UTC, currency: GBP}
parties:
  saltmarsh:  {name: Saltmarsh Ferries, role: client}
  northlight: {name: Northlight IT Services Ltd, role: supplier}
people:
  amara: {name: Amara Osei, of: northlight, roles: [service level manager]}
tools:
  desk: {name: Desk tool, records: [incidents], owner: amara}
definitions:
  priorities:
    P1: {name: Critical, means: Nobody sails}
    P2: {name: High, means: Somebody waits}
    P3: {name: Usual, means: Somebody asks}
    P4: {name: Low, means: Anything less}
  waiting:
    client: {name: An answer from the client}
holidays:
  christmas: {days: {every 12-25: {name: Christmas Day, open: none}}}
calendars:
${four.map((id) => `  ${id}: {title: Hours of ${id}, ${calendars[id]}}`).join("\n")}
catalogue:
  services:
    booking: {name: Booking, criticality: vital, owner: amara, calendar: always}
agreements:
  sla:
    kind: SLA
    title: Service levels for Saltmarsh Ferries
    clause: Schedule 1
    provider: northlight
    customer: saltmarsh
    owner: amara
    services: [booking]
    from: 2026-01-01
    period: month
    service_levels:
${levelsOf(10, four)
  .map(
    ({ id, clock }) => `      ${id}:
        title: ${id}
        measure: share in time
        of: incidents
        expected: at least 90%
        clock:
          {starts: opened, stops: ${clock?.stops}, pauses_while_waiting_for: [${clock?.pauses}],
           per_priority: {${rowsOf(clock?.rows ?? {})}}}`,
  )
  .join("\n")}
`;

const rowsOf = (rows: NonNullable<ReturnType<typeof levelsOf>[number]["clock"]>["rows"]): string =>
  Object.entries(rows)
    .map(([row, { within, calendar }]) => {
      const minutes = within?.kind === "time" ? within.seconds / 60 : 0;
      return `${row}: {within: ${minutes}m, calendar: ${calendar}}`;
    })
    .join(", ");

/** How the log is read. */
export const mapping = `
underpin: 1
part_of: bench
mappings:
  log:
    tool: desk
    gives: incidents
    file: {kind: csv}
    stamps: {order: year month day, time_zone: UTC}
    rows: one per change
    record: number
    happened: at
    in_order_of: step
    fields: {priority: priority}
    states:
      column: state
      values: {new: new, working: in progress, waiting: {waiting: client}, resolved: resolved}
    moments: {responded: {first: in progress}}
    ignore: [title]
`;
