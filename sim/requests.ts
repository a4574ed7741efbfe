import { arrivals } from "./arrivals.ts";
import { csv } from "./csv.ts";
import { type Second, stamp } from "./london.ts";
import { numbersOf } from "./numbering.ts";
import type { Chance } from "./random.ts";
import { factor } from "./story.ts";
import { end } from "./term.ts";
import { after, officeHours } from "./working-hours.ts";

type RequestState =
  | "Requested"
  | "Waiting for Approval"
  | "Approved"
  | "In Progress"
  | "Awaiting User"
  | "Fulfilled"
  | "Closed"
  | "Cancelled";

interface Step {
  readonly at: Second;
  readonly state: RequestState;
}

export interface Request {
  readonly number: string;
  readonly offering: string;
  readonly closeCode: string;
  readonly steps: readonly Step[];
}

interface Offering {
  readonly id: string;
  readonly isApproved: boolean;
  readonly hours: number;
}

/** What can be asked for: how often, whether it is approved first, and the working hours it is given. */
const offerings: readonly (readonly [Offering, number])[] = [
  [{ id: "access-change", isApproved: true, hours: 15 }, 44],
  [{ id: "software-install", isApproved: false, hours: 25 }, 26],
  [{ id: "device-swap", isApproved: true, hours: 45 }, 18],
  [{ id: "new-starter", isApproved: true, hours: 55 }, 12],
];

/** Every request of the term in the order of asking. */
export function requestsOf(chance: Chance): Request[] {
  const asked = arrivals(chance, { perMonth: 250, factor: (at) => 0.5 + 0.5 * factor("demand", at) });
  const numbers = numbersOf("RITM", asked);
  return asked.map((at, index) => ({ number: numbers[index] ?? "", ...courseOf(chance, at) }));
}

function courseOf(chance: Chance, asked: Second): Omit<Request, "number"> {
  const offering = chance.pick(offerings);
  const approved = offering.isApproved ? approval(chance, asked) : [];
  const steps: Step[] = [{ at: asked, state: "Requested" }, ...approved];
  const start = steps.at(-1)?.at ?? asked;
  if (chance.happens(0.03))
    return {
      offering: offering.id,
      closeCode: "withdrawn",
      steps: [...steps, { at: start + 600, state: "Cancelled" }],
    };
  const needsGoods = offering.id === "device-swap" && chance.happens(0.05);
  const given = offering.hours * 3600 * chance.around(0.34, 0.58) * factor("service-desk", start) ** 0.6;
  const work = needsGoods ? given + 60 * 3600 : given;
  const taken = after(officeHours, start, work * 0.2);
  const done = chance.happens(0.14)
    ? waiting(chance, taken, work * 0.8)
    : [{ at: after(officeHours, taken, work * 0.8), state: "Fulfilled" as const }];
  const closing = { at: (done.at(-1)?.at ?? taken) + 259_200, state: "Closed" as const };
  return {
    offering: offering.id,
    closeCode: needsGoods ? "goods on order" : "complete",
    steps: [...steps, { at: taken, state: "In Progress" }, ...done, closing],
  };
}

function approval(chance: Chance, asked: Second): Step[] {
  const approved = after(officeHours, asked, chance.around(4 * 3600, 0.9));
  return [
    { at: asked + 20, state: "Waiting for Approval" },
    { at: Math.max(approved, asked + 60), state: "Approved" },
  ];
}

function waiting(chance: Chance, from: Second, work: number): Step[] {
  const paused = after(officeHours, from, work * 0.4);
  const resumed = after(officeHours, paused, chance.around(8 * 3600, 0.7));
  return [
    { at: paused, state: "Awaiting User" },
    { at: resumed, state: "In Progress" },
    { at: after(officeHours, resumed, work * 0.6), state: "Fulfilled" },
  ];
}

/** One row a change of state. The tool keeps the stamp of the approval from then on. */
export function requestsCsv(requests: readonly Request[]): string {
  const header = [
    "number",
    "sys_mod_count",
    "sys_updated_on",
    "opened_at",
    "item",
    "state",
    "approved_at",
    "close_code",
  ];
  return csv(header, requests.flatMap(rowsOf));
}

function rowsOf({ number, offering, closeCode, steps }: Request): (string | number)[][] {
  const opened = stamp(steps[0]?.at ?? 0);
  const approved = steps.find(({ state }) => state === "Approved")?.at ?? Number.POSITIVE_INFINITY;
  const known = steps.filter(({ at }) => at < end);
  return known.map(({ at, state }, index) => {
    const isOver = state === "Fulfilled" || state === "Closed" || state === "Cancelled";
    const stamps = [stamp(at), opened, offering, state, at >= approved ? stamp(approved) : ""];
    return [number, index, ...stamps, isOver ? closeCode : ""];
  });
}
