import { arrivals } from "./arrivals.ts";
import { csv } from "./csv.ts";
import { floodCourses } from "./flood.ts";
import type { Course, Incident, Snapshot } from "./incident.ts";
import { courseOf } from "./incident-course.ts";
import { serviceNames, siteNames } from "./items.ts";
import { dayAt, isoDay, type Second, stamp } from "./london.ts";
import { numbersOf } from "./numbering.ts";
import { alarmCourses } from "./outage-course.ts";
import type { Outage } from "./outages.ts";
import type { Chance } from "./random.ts";
import { factor } from "./story.ts";
import { end } from "./term.ts";

/** Every incident of the term in the order of opening: those that people raise and those of monitoring. */
export function incidentsOf(chance: Chance, outages: readonly Outage[]): Incident[] {
  const raised = arrivals(chance, { perMonth: 520, factor: (at) => factor("demand", at) }).map((at) =>
    courseOf(chance, at),
  );
  const alarms = alarmCourses(chance, outages);
  const courses = [...raised, ...alarms, ...floodCourses(chance)]
    .filter(({ opened }) => opened < end)
    .sort((a, b) => a.opened - b.opened);
  return withParents(named(courses));
}

/** Alarms are numbered from 901 on, so that those of the story keep their numbers whatever else is raised that day. */
function named(courses: readonly Course[]): Incident[] {
  const numbers = numbersOf(
    "INC",
    courses.map(({ opened }) => opened),
  );
  const alarms = new Map<string, number>();
  return courses.map((course, index) => {
    const number = numbers[index] ?? "";
    if (course.contact !== "Monitoring") return { ...course, number, parent: "" };
    const day = isoDay(dayAt(course.opened));
    const count = (alarms.get(day) ?? 900) + 1;
    alarms.set(day, count);
    return { ...course, number: `${number.slice(0, -3)}${count}`, parent: "" };
  });
}

/** A duplicate repeats the alarm that is open for its service, else the last incident of the service that is none. */
function withParents(incidents: readonly Incident[]): Incident[] {
  const last = new Map<string, string>();
  const alarm = new Map<string, { readonly number: string; readonly until: Second }>();
  return incidents.map((incident) => {
    const isDuplicate = incident.history.some(({ state }) => state === "Closed Duplicate");
    const open = alarm.get(incident.service);
    const repeated = open && open.until > incident.opened ? open.number : last.get(incident.service);
    if (isDuplicate) return { ...incident, parent: repeated ?? "" };
    if (incident.contact === "Monitoring")
      alarm.set(incident.service, { number: incident.number, until: settledAt(incident) });
    last.set(incident.service, incident.number);
    return incident;
  });
}

const settledAt = ({ history }: Incident): Second => history.findLast(({ state }) => state === "Resolved")?.at ?? 0;

const header = ["number", "sys_mod_count", "sys_updated_on", "opened_at", "state", "priority", "business_service"];
const rest = [
  "short_description",
  "cmdb_ci",
  "assignment_group",
  "location",
  "contact_type",
  "caller_id",
  "close_code",
  "parent_incident",
  "made_sla",
];

const priorityWords = { P1: "1 - Critical", P2: "2 - High", P3: "3 - Moderate", P4: "4 - Low" } as const;

const groups = {
  "service-desk": "Service Desk",
  platform: "Platform Ops",
  applications: "Business Applications",
  quillnet: "Quillnet NOC",
  oakrack: "Oakrack Support",
} as const;

/** One row a change, as a service desk tool exports the history of its incidents. */
export function incidentsCsv(incidents: readonly Incident[]): string {
  const rows = incidents.flatMap((incident) => {
    const known = incident.history.filter(({ at }) => at < end);
    return known.map((snapshot, index) => rowOf(incident, snapshot, index));
  });
  return csv([...header, ...rest], rows);
}

function rowOf(incident: Incident, snapshot: Snapshot, index: number): (string | number)[] {
  const { number, opened, service, site, contact, caller, parent, about, item } = incident;
  const { at, state, priority, component, holder, closeCode } = snapshot;
  return [
    ...[number, index, stamp(at), stamp(opened), state, priorityWords[priority], serviceNames[service] ?? service],
    ...[about, component === "" ? "" : item, groups[holder]],
    ...[
      siteNames[site] ?? site,
      contact,
      caller,
      closeCode,
      state === "Closed Duplicate" ? parent : "",
      String(madeSla(opened, snapshot)),
    ],
  ];
}

/** Hours of the absolute clock by which the tool itself judges, up to the closing: not what the contract says. */
const toolHours = { P1: 126, P2: 168, P3: 260, P4: 500 } as const;

const madeSla = (opened: number, { at, priority }: Snapshot): boolean => at - opened <= toolHours[priority] * 3600;
