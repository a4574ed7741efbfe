import fc from "fast-check";
import type { Change, Fact, State } from "../../src/engine/record/record.ts";
import { instant } from "../../src/engine/time/instant.ts";

const state = (kind: string): Change => ({ kind: "state", state: { kind } as State });
const waits = (reason: string): Change => ({ kind: "state", state: { kind: "waiting", reason } });
const moment = (name: string): Change => ({ kind: "moment", moment: name });
const sets = (field: string, value: string | null): Change => ({ kind: "field", field, value });

const changes: readonly Change[] = [
  { kind: "state", state: { kind: "open", name: "in progress" } },
  { kind: "state", state: { kind: "open", name: "new" } },
  waits("client"),
  waits("client"),
  waits("vendor"),
  { kind: "state", state: { kind: "merged", into: null } },
  ...["resolved", "resolved", "closed", "cancelled", "unknown"].map(state),
  ...["responded", "resolved", "closed", "reopened"].map(moment),
  { kind: "message", by: "supplier", open: true },
  { kind: "message", by: "client", open: true },
  ...["P1", "P2", "P3", "P9", null].map((value) => sets("priority", value)),
  ...["mail", "desk", null].map((value) => sets("team", value)),
  sets("room", "attic"),
];

const day = 86_400;

/** Seconds after the event before, or as many days on to the edge of a day, where periods begin and end. */
type Step = { readonly after: number } | { readonly edge: number };

/** One record in random strokes: when it opened, with what, and what happened to it then. */
export interface Course {
  readonly opened: Step;
  readonly fields: readonly (readonly [string, string])[];
  readonly steps: readonly (readonly [Step, Change])[];
}

/** Ten minutes and their multiples meet targets to the second. */
const tenths = fc.integer({ min: 1, max: 12 }).map((count) => ({ after: count * 600 }));
const gap: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ after: 0 }) },
  { weight: 4, arbitrary: tenths },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 50_000 }).map((after) => ({ after })) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }).map((edge) => ({ edge })) },
);

const named = (name: string, values: readonly (string | null)[]) =>
  fc.constantFrom(...values).map((value) => (value === null ? [] : [[name, value] as const]));

export const someCourse: fc.Arbitrary<Course> = fc.record({
  opened: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: -90_000, max: 220_000 }).map((after) => ({ after })) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 }).map((edge) => ({ edge })) },
  ),
  fields: fc
    .tuple(named("priority", ["P1", "P2", "P3", "P9", null]), named("team", ["mail", "desk", null, null]))
    .map((own) => own.flat()),
  steps: fc.array(fc.tuple(gap, fc.constantFrom(...changes)), { maxLength: 10 }),
});

/** The record that a course tells of, with days counted from `from`. */
export function factOf({ opened, fields, steps }: Course, index: number, from: number): Fact {
  let at = stepped(from, from, opened);
  const lines: [number, Change][] = [
    [at, moment("opened")],
    ...fields.map(([field, value]): [number, Change] => [at, sets(field, value)]),
  ];
  for (const [step, change] of steps) {
    at = stepped(at, from, step);
    lines.push([at, change]);
  }
  const events = lines.map(([when, change], sequence) => ({
    happened: instant(when),
    learned: instant(when),
    sequence,
    source: { file: "law", row: sequence },
    change,
  }));
  return { id: `R${index}`, kind: "incidents", tool: "logbook", events };
}

const stepped = (at: number, from: number, step: Step): number =>
  "after" in step ? at + step.after : from + (Math.floor((at - from) / day) + step.edge) * day;
