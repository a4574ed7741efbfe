import { arrivals } from "./arrivals.ts";
import { csv } from "./csv.ts";
import { floodCalls } from "./flood.ts";
import { dayFirst, type Second } from "./london.ts";
import { numbersOf } from "./numbering.ts";
import type { Chance } from "./random.ts";
import { factor } from "./story.ts";

export interface Call {
  readonly id: string;
  readonly queue: "service desk" | "night line";
  readonly queued: Second;
  /** Seconds until the call was answered or the caller gave up. */
  readonly waited: number;
  readonly isAnswered: boolean;
  /** People who took calls at the time. */
  readonly agents: number;
}

/** Every call of the term in order. Mondays and the summer make callers wait. */
export function callsOf(chance: Chance): Call[] {
  const desk = arrivals(chance, { perMonth: 900, factor: (at) => factor("demand", at), within: [8, 18] });
  const night = arrivals(chance, { perMonth: 40, factor: () => 1 });
  const all = [
    ...[...desk, ...floodCalls(chance)].map((at) => ({ at, queue: "service desk" as const })),
    ...night.map((at) => ({ at, queue: "night line" as const })),
  ];
  all.sort((a, b) => a.at - b.at);
  const ids = numbersOf(
    "C",
    all.map(({ at }) => at),
  );
  return all.map(({ at, queue }, index) => {
    const agents = queue === "night line" ? 1 : agentsAt(chance, at);
    return { id: ids[index] ?? "", queue, queued: at, agents, ...fateOf(chance, at) };
  });
}

/** Seven people as a rule; where callers wait long it is because there are fewer. */
const agentsAt = (chance: Chance, at: Second): number =>
  Math.max(2, Math.round(7 / factor("queue", at) ** 0.9) + chance.whole(-1, 1));

function fateOf(chance: Chance, at: Second): Pick<Call, "waited" | "isAnswered"> {
  if (chance.happens(0.02)) return { waited: chance.whole(2, 9), isAnswered: false };
  const wait = Math.round(chance.around(8.2, 1.05) * factor("queue", at));
  const patience = Math.round(chance.around(100, 0.7));
  return { waited: Math.min(wait, patience), isAnswered: wait <= patience };
}

/** One row a call, as a telephone system lists them. */
export function callsCsv(calls: readonly Call[]): string {
  const header = ["call_id", "queue", "queued", "answered", "abandoned", "wait_seconds", "outcome", "agents"];
  const rows = calls.map(({ id, queue, queued, waited, isAnswered, agents }) => {
    const over = dayFirst(queued + waited);
    const outcome = isAnswered ? "answered" : "abandoned";
    return [id, queue, dayFirst(queued), isAnswered ? over : "", isAnswered ? "" : over, waited, outcome, agents];
  });
  return csv(header, rows);
}
