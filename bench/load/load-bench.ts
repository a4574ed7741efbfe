import type { Database } from "../../src/store/session.ts";
import { atMost, type Row } from "../row.ts";
import { demoEvents } from "./demo-events.ts";
import { type MonthLoad, monthLoad } from "./month-load.ts";
import { onEach } from "./stores.ts";
import { type Load, takeInLoad } from "./take-in-load.ts";
import { type Delays, warningLoad } from "./warning-load.ts";

const names: Readonly<Record<Database["kind"], string>> = {
  embedded: "the embedded database",
  server: "a PostgreSQL server",
};

/** A month of the demonstration that a call can bring. */
const [firstOfMay, oneCall] = [Date.UTC(2024, 4, 1) / 1000, 9000];

/** What a server does under load, on both databases, by the clock. */
export async function benchLoad(count: number): Promise<Row[]> {
  const events = await demoEvents(Math.min(100_000, count));
  const month = events.filter(({ happened }) => happened < firstOfMay).slice(0, oneCall);
  const taken = await onEach(async (store, kind) => takenRow(kind, await takeInLoad(store, events)));
  const told = await onEach(async (store, kind) =>
    toldRow(kind, await warningLoad(store, { tickets: 200, within: 10 })),
  );
  const read = await onEach(async (store, kind) => readRows(kind, await monthLoad(store, month, count)));
  return [...taken, ...told, ...read.flat()];
}

const takenRow = (kind: Database["kind"], { events, taken, inserted }: Load): Row => ({
  what: `Live events durable in ${names[kind]}, times a plain insert`,
  goal: atMost(2),
  seen: taken / inserted,
  note: `${events} events of the demonstration by the thousand through the runner, ${Math.round(events / taken)} a second with every clock of their records read again (12 levels and their steps), audit and news; the plain insert, of many rows at once into the same table, ${Math.round(events / inserted)}; by the clock`,
});

const toldRow = (kind: Database["kind"], delays: Delays): Row => {
  const at = (share: number): string => (delays[Math.trunc(delays.length * share)] ?? 0).toFixed(2);
  return {
    what: `From the instant that a clock passes a mark to the news of it, on ${names[kind]}: the slowest of a hundred, in seconds`,
    goal: null,
    seen: Number(at(0.99)),
    note: `half of ${delays.length} within ${at(0.5)} s; the keeper on the real clock, twenty of them a second`,
  };
};

function readRows(kind: Database["kind"], { month, overview, records, results }: MonthLoad): readonly Row[] {
  const row = (what: string, [before, after]: readonly [number, number]): Row => ({
    what: `${what} beside ${records} records on ${names[kind]}, times the same without them`,
    goal: null,
    seen: after / before,
    note: `${after.toFixed(1)} ms against ${before.toFixed(1)} ms; ${results} results of 24 months`,
  });
  return [row("The results of a month", month), row("The overview of two years", overview)];
}
