import { chanceOf } from "../sim/random.ts";
import type { Change, Fact } from "../src/engine/record/record.ts";
import { instant } from "../src/engine/time/instant.ts";

const priorities = [
  ["P1", 5],
  ["P2", 20],
  ["P3", 45],
  ["P4", 30],
] as const;
export const year = { start: 1_767_225_600, end: 1_798_761_600 } as const;

const open: Change = { kind: "state", state: { kind: "open", name: "in progress" } };
const waiting: Change = { kind: "state", state: { kind: "waiting", reason: "client" } };
const resolved: Change = { kind: "state", state: { kind: "resolved" } };
const responded: Change = { kind: "moment", moment: "responded" };
const opened: Change = { kind: "moment", moment: "opened" };
const sets = (value: string): Change => ({ kind: "field", field: "priority", value });

/** Tickets of the year 2026, about five events each. */
export function* tickets(count: number, seed: number): Generator<Fact> {
  const chance = chanceOf(seed, "bench");
  for (let i = 0; i < count; i += 1) {
    const start = chance.whole(year.start, year.end - 1);
    const lines: [number, Change][] = [
      [start, opened],
      [start, sets(chance.pick(priorities))],
    ];
    let at = start;
    const after = (least: number, most: number, change: Change): void => {
      at += chance.whole(least, most);
      lines.push([at, change]);
    };
    after(60, 20_000, responded);
    if (chance.happens(0.35)) {
      after(60, 90_000, waiting);
      after(60, 200_000, open);
    }
    if (chance.happens(0.1)) after(1, 50_000, sets(chance.pick(priorities)));
    if (chance.happens(0.97)) after(60, 400_000, resolved);
    if (chance.happens(0.04)) {
      after(60, 90_000, open);
      after(60, 90_000, resolved);
    }
    yield factOf(`T${i}`, lines);
  }
}

function factOf(id: string, lines: readonly (readonly [number, Change])[]): Fact {
  const events = lines.map(([at, change], sequence) => ({
    happened: instant(at),
    learned: instant(at),
    sequence,
    source: { file: "bench", row: sequence },
    change,
  }));
  return { id, kind: "incidents", tool: "bench", events };
}
