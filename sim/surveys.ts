import { csv } from "./csv.ts";
import type { Incident } from "./incident.ts";
import { serviceNames } from "./items.ts";
import { dayFirst, type Second } from "./london.ts";
import type { Chance } from "./random.ts";
import { factor, silence } from "./story.ts";
import { end } from "./term.ts";

export interface Survey {
  readonly id: string;
  readonly incident: string;
  readonly service: string;
  readonly answered: Second;
  readonly score: number;
}

/** Answers to the question that follows a resolved incident; about a third of the callers answer. */
export function surveysOf(chance: Chance, incidents: readonly Incident[]): Survey[] {
  return incidents.flatMap(({ number, contact, service, history }) => {
    const resolved = history.find(({ state }) => state === "Resolved")?.at;
    if (contact === "Monitoring" || resolved === undefined || !chance.happens(0.36)) return [];
    const answered = resolved + Math.round(chance.around(20_000, 1));
    const isSilent = answered >= silence[0] && answered < silence[1];
    return answered < end && !isSilent
      ? [{ id: `S-${number}`, incident: number, service, answered, score: scoreOf(chance, resolved) }]
      : [];
  });
}

function scoreOf(chance: Chance, resolved: Second): number {
  if (chance.happens(0.115 * factor("complaints", resolved)))
    return chance.pick([
      [1, 2],
      [2, 3],
      [3, 5],
    ] as const);
  return chance.pick([
    [4, 45],
    [5, 55],
  ] as const);
}

/** One row an answer; the survey tool separates by semicolons. */
export function surveysCsv(surveys: readonly Survey[]): string {
  const rows = [...surveys].sort((a, b) => a.answered - b.answered);
  return csv(
    ["answer_id", "ticket", "service", "answered_on", "overall"],
    rows.map(({ id, incident, service, answered, score }) => [
      id,
      incident,
      serviceNames[service] ?? service,
      dayFirst(answered),
      score,
    ]),
    ";",
  );
}
