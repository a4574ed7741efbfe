import fc from "fast-check";
import {
  type AwardSpec,
  type Form,
  type Heard,
  type Level,
  type LimitSpec,
  levels,
  type MonthSpec,
  marks,
  type Partial,
  type PointsSpec,
  type Spec,
  type Verdict,
} from "./credits-spec.ts";

const share = fc.constantFrom(1, 2.5, 3, 5, 10, 33.33);
const partial = fc.constantFrom<Partial>("whole steps", "started steps", "linear");
const form: fc.Arbitrary<Form> = fc.oneof(
  fc.record({ kind: fc.constantFrom("share" as const, "part" as const), share }),
  fc.record({ kind: fc.constantFrom("amount" as const, "points" as const), give: fc.constantFrom(1, 2, 7, 450, 1000) }),
  fc.record({ kind: fc.constant("weight" as const), share: fc.constantFrom(40, 100) }),
  fc.record({
    kind: fc.constant("rows" as const),
    edge: fc.constantFrom(400, 8000, 9000, 9800),
    good: fc.constantFrom(1, 2),
    bad: fc.constantFrom(5, 25),
  }),
  fc.record({
    kind: fc.constant("shortfall" as const),
    step: fc.constantFrom(10, 30, 100),
    give: fc.constantFrom(1, 2),
    partial,
  }),
  fc.record({
    kind: fc.constant("per unit" as const),
    size: fc.constantFrom(30, 45),
    give: fc.constantFrom(1, 5),
    partial,
  }),
  fc.record({
    kind: fc.constant("bands" as const),
    upto: fc.constantFrom(60, 120),
    low: fc.constantFrom(1, 2),
    high: fc.constantFrom(3, 5),
  }),
);

const award: fc.Arbitrary<AwardSpec> = fc.record({
  level: fc.constantFrom(null, ...levels),
  verdict: fc.constantFrom(null, null, "missed" as const, "at minimum" as const),
  form,
  factor: fc.constantFrom(null, null, 0.5, 1.5),
  flag: fc.constantFrom(null, null, 0.5),
  atMost: fc.constantFrom(null, null, 700, 2000),
  counts: fc.option(
    fc.record({ count: fc.integer({ min: 2, max: 3 }), months: fc.constantFrom(3, 12), every: fc.boolean() }),
    { freq: 4 },
  ),
});

const weight = fc.constantFrom(0, 5, 10, 30, 33.33);
const weightsOf = fc.record({ uptime: weight, repair: weight, calls: weight, errors: weight, circuit: weight });
const laterDay = fc.constantFrom("2026-04-01", "2026-05-15", "2027-02-28");

const limit: fc.Arbitrary<LimitSpec> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      per: fc.constantFrom("miss", "level", "service", "category", "month", "quarter", "year", "contract year"),
      share: fc.constantFrom(null, 2, 6, 10),
      amount: fc.constantFrom(500, 1234.56, 4000),
      carried: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      per: fc.constant("minimum" as const),
      amount: fc.constantFrom(100, 900),
      raised: fc.boolean(),
    }),
  },
);

const points: fc.Arbitrary<PointsSpec> = fc.oneof(
  fc.record({ kind: fc.constant("money" as const), each: fc.constantFrom(10, 99.99), free: fc.constantFrom(0, 3) }),
  fc.record({ kind: fc.constant("share" as const), each: fc.constantFrom(0.5, 1), free: fc.constantFrom(0, 2) }),
  fc.record({ kind: fc.constant("rows" as const), edge: fc.constantFrom(3, 10), share }),
  fc.record({
    kind: fc.constant("bands" as const),
    each: fc.constantFrom(3, 12.5),
    upto: fc.constantFrom(5, 20),
    free: fc.constantFrom(0, 2, 8),
    high: fc.constantFrom(1.2, 1.5),
  }),
);

/** Only plain amounts are given for every level: figures of others are times. */
const isLawful = ({ level, form }: AwardSpec): boolean =>
  level !== null || ["share", "amount", "points"].includes(form.kind);

const anySpec: fc.Arbitrary<Spec> = fc.record({
  charges: fc.record({ first: fc.constantFrom(80000, 70001), later: fc.constantFrom(90000, 0), laterFrom: laterDay }),
  awards: fc.array(award.filter(isLawful), { minLength: 1, maxLength: 5 }),
  weights: fc.option(
    fc.record({
      later: laterDay,
      byDays: fc.boolean(),
      first: weightsOf,
      second: weightsOf,
      categories: fc.option(fc.tuple(fc.constantFrom(60, 70), fc.constantFrom(40, 30))),
    }),
    { freq: 3 },
  ),
  repeat: fc.option(
    fc.record({
      verdict: fc.constantFrom(null, "missed" as const),
      factors: fc.constantFrom([1, 1.5], [1, 1.5, 2], [1, 1, 3]),
    }),
    { freq: 2 },
  ),
  event: fc.constantFrom("all", "highest", "first", "client chooses"),
  limits: fc.array(limit, { maxLength: 4 }),
  points,
  override: fc.option(fc.record({ share: fc.constantFrom(10, 100) })),
  bonus: fc.option(
    fc.record({
      above: fc.constantFrom(9990, 9995),
      step: fc.constantFrom(1, 3),
      amount: fc.constantFrom(50, 333),
      paid: fc.boolean(),
    }),
  ),
});

/** Awards that are reached by some failure, and weights only where there are some: what a contract may say. */
export const spec: fc.Arbitrary<Spec> = anySpec
  .map((one) => ({ ...one, awards: one.awards.filter((award, at) => isReached(award, one.awards.slice(0, at))) }))
  .filter(({ awards, weights }) => weights !== null || awards.every(({ form: { kind } }) => kind !== "weight"));

function isReached(award: AwardSpec, earlier: readonly AwardSpec[]): boolean {
  const own = earlier.filter(({ level }) => level === award.level);
  const holds = (verdict: Verdict): boolean =>
    (award.verdict ?? verdict) === verdict && own.every((each) => each.verdict !== null && each.verdict !== verdict);
  const hasTwo = award.level === null || marks[award.level].minimum !== null;
  return holds("missed") || (hasTwo && holds("at minimum"));
}

const figure = (level: Level): fc.Arbitrary<Heard> => {
  const { expected, lower } = marks[level];
  const near = fc.integer({ min: Math.max(0, expected - 200), max: Math.min(10_000, expected + 200) });
  const good = lower ? expected - 100 : Math.min(10_000, expected + 5);
  return fc.oneof(
    { weight: 3, arbitrary: near },
    { weight: 2, arbitrary: fc.constant(good) },
    { weight: 1, arbitrary: fc.constantFrom<Heard>("not rated", "held", lower ? 2500 : 6000) },
  );
};

export const monthSpec: fc.Arbitrary<MonthSpec> = fc.record({
  figures: fc.record({
    uptime: figure("uptime"),
    repair: figure("repair"),
    calls: figure("calls"),
    errors: figure("errors"),
  }),
  circuits: fc.tuple(figure("circuit"), figure("circuit")),
  minutes: fc.integer({ min: 0, max: 400 }),
  event: fc.option(
    fc.record({
      levels: fc.constantFrom<readonly Level[]>(
        ["uptime", "repair"],
        ["repair", "uptime", "circuit"],
        ["calls", "errors"],
      ),
      chosen: fc.constantFrom<Level>("uptime", "calls"),
    }),
    { freq: 3 },
  ),
  flagged: fc.constantFrom([], [], [], ["crisis"], ["peak"], ["crisis", "peak"]),
});
