import fc from "fast-check";
import { moments, type RecordKind, recordKinds } from "../../src/engine/agreement/words.ts";
import { inOrder } from "../../src/engine/record/history.ts";
import type { Change, Fact, State } from "../../src/engine/record/record.ts";
import { instant } from "../../src/engine/time/instant.ts";

/** 1 March 2026 in London, where the random records lie around. */
const start = Date.UTC(2026, 2, 1) / 1000;

const state: fc.Arbitrary<State> = fc.constantFrom<State>(
  { kind: "open", name: "new" },
  { kind: "open", name: "in progress" },
  { kind: "waiting", reason: "client-answer" },
  { kind: "waiting", reason: "constructor" },
  { kind: "resolved" },
  { kind: "closed" },
  { kind: "cancelled" },
  { kind: "merged", into: "R-1" },
  { kind: "merged", into: null },
  { kind: "unknown" },
);

const values: Readonly<Record<string, readonly (string | null)[]>> = {
  priority: ["P1", "P2", "P3", "P9", "constructor", "__proto__", "", null],
  service: ["booking", "nowhere", "toString", null],
  component: ["circuit-a", "circuit-b", "hasOwnProperty", null],
  impact: ["down", "slow", null],
  metric: ["storage used", "requests", "errors", "valueOf"],
  closed_as: ["duplicate", "withdrawn", null],
  outcome: ["successful", "failed", null],
  caused_incidents: ["0", "1", "many"],
  score: ["1", "5", "4.5", "-7", "1e300", "x", null],
  users: ["0", "1", "800", "99999999", "-5", "x", null],
  type: ["normal", "standard", "emergency"],
  site: ["leeds", "isPrototypeOf", null],
  deliverable: ["monthly-report", "cause-report"],
  answer: ["1", "5", "x", null],
};

const field: fc.Arbitrary<Change> = fc
  .constantFrom(...Object.keys(values))
  .chain((name) =>
    fc.constantFrom(...(values[name] ?? [null])).map((value) => ({ kind: "field" as const, field: name, value })),
  );

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: state.map((each) => ({ kind: "state" as const, state: each })) },
  { weight: 3, arbitrary: field },
  { weight: 3, arbitrary: fc.constantFrom(...moments).map((moment) => ({ kind: "moment" as const, moment })) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("message" as const),
      by: fc.constantFrom("client" as const, "supplier" as const),
      open: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("0", "1", "79.5", "81", "1e300", "-1e-300", "x", null)
      .map((value) => ({ kind: "value" as const, value })),
  },
);

/** Mostly around the month that is judged, sometimes at the ends of time. */
const happened = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: -10 * 86_400, max: 45 * 86_400 }).map((after) => start + after) },
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 31 * 24 }).map((hours) => start + hours * 3600) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(-62_135_596_800, -2_208_988_800, 253_402_300_799, 7_258_118_400, 0, -1, 1e12, -1e12),
  },
);

const opens: Readonly<Partial<Record<RecordKind, readonly string[]>>> = {
  calls: ["queued"],
  outages: ["began"],
  surveys: ["received"],
  deliveries: ["due"],
};

const fact = fc.record({
  kind: fc.constantFrom(...recordKinds),
  opened: happened,
  fields: fc.array(field, { maxLength: 6 }),
  said: fc.array(fc.tuple(happened, change), { maxLength: 10 }),
});

/** Records of any kind with any history; `own` are the kinds that most of them are of. */
export const randomFacts = (own: readonly RecordKind[]): fc.Arbitrary<readonly Fact[]> =>
  fc.array(fc.tuple(fact, fc.constantFrom(null, null, null, ...own)), { maxLength: 12 }).map((all) =>
    all.map(([{ kind, opened, fields, said }, meant], index): Fact => {
      const of = meant ?? kind;
      const first: Change[] = [
        ...["opened", ...(opens[of] ?? [])].map((moment) => ({ kind: "moment" as const, moment })),
        ...fields,
      ];
      const events = [...first.map((each) => [opened, each] as const), ...said].map(([at, each], sequence) => ({
        happened: instant(at),
        learned: instant(at),
        sequence,
        source: { file: "random.csv", row: sequence + 1 },
        change: each,
      }));
      return { id: `R-${index}`, kind: of, tool: "desk", events: inOrder(events) };
    }),
  );
