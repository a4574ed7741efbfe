import { csv } from "./csv.ts";
import type { Incident } from "./incident.ts";
import { serviceNames } from "./items.ts";
import { type Second, stamp } from "./london.ts";
import { numbersOf } from "./numbering.ts";
import type { Chance } from "./random.ts";
import { factor, slowCause } from "./story.ts";
import { end } from "./term.ts";
import { after, officeHours } from "./working-hours.ts";

export interface Problem {
  readonly number: string;
  readonly incident: Incident;
  readonly opened: Second;
  readonly incidentResolved: Second;
  readonly causeFound: Second;
  readonly reportDelivered: Second;
  readonly closed: Second;
}

/** A problem for every critical incident, and for some of the others; its cause and its report follow. */
export function problemsOf(chance: Chance, incidents: readonly Incident[]): Problem[] {
  const drafts = incidents.filter((incident) => needsProblem(chance, incident)).map((each) => draft(chance, each));
  drafts.sort((a, b) => a.opened - b.opened);
  const numbers = numbersOf(
    "PRB",
    drafts.map(({ opened }) => opened),
  );
  return drafts.map((each, index) => ({ ...each, number: numbers[index] ?? "" }));
}

function needsProblem(chance: Chance, { history }: Incident): boolean {
  const last = history.at(-1);
  if (last?.state !== "Closed") return false;
  return last.priority === "P1" || chance.happens(last.priority === "P2" ? 0.06 : 0.003);
}

function draft(chance: Chance, incident: Incident): Omit<Problem, "number"> {
  const resolved = incident.history.findLast(({ state }) => state === "Resolved")?.at ?? incident.opened;
  const opened = after(officeHours, resolved, chance.whole(600, 9000));
  const slow = incident.number === slowCause.incident ? slowCause.factor : 1;
  const pace = factor("applications", resolved) * slow;
  const causeFound = after(officeHours, opened, chance.around(9 * 3600, 0.4) * pace);
  const reportDelivered = after(officeHours, causeFound, chance.around(11 * 3600, 0.35) * pace);
  const closed = after(officeHours, reportDelivered, chance.around(60 * 3600, 0.5));
  return { incident, opened, incidentResolved: resolved, causeFound, reportDelivered, closed };
}

const itemAt = ({ history, item }: Incident): string => (history.at(-1)?.component ? item : "");

const header = ["number", "incident", "incident_priority", "business_service", "cmdb_ci", "state", "opened_at"];
const stamps = ["incident_resolved_at", "cause_found_at", "report_sent_at", "closed_at"];

/** One row a problem, as it stands at the end of the term. */
export function problemsCsv(problems: readonly Problem[]): string {
  const rows = problems
    .filter(({ opened }) => opened < end)
    .map((problem) => {
      const { number, incident, opened, incidentResolved, causeFound, reportDelivered, closed } = problem;
      const last = incident.history.at(-1);
      const known = (at: Second): string => (at < end ? stamp(at) : "");
      const state = closed < end ? "Closed" : reportDelivered < end ? "Fix in Progress" : "Root Cause Analysis";
      const named = [
        number,
        incident.number,
        last?.priority ?? "",
        serviceNames[incident.service] ?? "",
        itemAt(incident),
        state,
      ];
      return [
        ...named,
        stamp(opened),
        known(incidentResolved),
        known(causeFound),
        known(reportDelivered),
        known(closed),
      ];
    });
  return csv([...header, ...stamps], rows);
}
