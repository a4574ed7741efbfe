import { missOf } from "../../../src/engine/credit/facts.ts";
import type { Partial } from "../../../src/engine/credit/plan/amount.ts";
import { plainAward } from "../../../src/engine/credit/plan/award.ts";
import { stated } from "../../../src/engine/credit/plan/base.ts";
import type { Row } from "../../../src/engine/credit/plan/row.ts";
import { marginalParts } from "../../../src/engine/credit/rule/marginal.ts";
import { one, zero } from "../../../src/engine/number/fraction.ts";
import { ask, capOn, entered, enteredResults, shareOf, sum, told } from "./ask.ts";
import { type Meanings, meaningOf, meaningOr } from "./meaning.ts";
import { partials } from "./partials.ts";
import { type Answer, amount, amountOr, has, type Input, inPercent, list, maybe, share, word } from "./read.ts";

/** S06: points of the period pick a row: the highest that they reach, or the next one that they do not pass. */
export function pointsTable(input: Input): Answer {
  const edge = meaningOr<"from" | "upto">(input, "lookup", { silent: "from", meanings: lookups });
  const rows = [
    ...list(input, "table").map((row): Row => ({ kind: edge, edge: amount(row, "points"), give: share(row, "pct") })),
    { kind: "others", give: zero } as const,
  ];
  const statement = ask(input, {
    amount: sum(zero),
    plan: { awards: [plainAward(entered, { unit: "points" })], points: { kind: "rows", of: "charges", rows } },
    results: enteredResults([amount(input, "points")]),
  });
  return { ...told(statement), pct: inPercent(statement.pointsShare) };
}

const lookups: Meanings<"from" | "upto"> = [
  [/up_?to|next_(?:higher|row)|ceil|round_up|not_passed/, "upto"],
  [/from|at_least|floor|lower|below|down|reached|highest|largest|last|step|at_or/, "from"],
];

/** S07: a point for each whole step below the target, each worth a sum. */
export function moneyPerPoint(input: Input): Answer {
  const partial = meaningOr<Partial>(input, "step_rounding", { silent: "whole steps", meanings: partials });
  const statement = ask(input, {
    amount: sum(zero),
    plan: {
      awards: [
        plainAward(
          {
            kind: "shortfall",
            of: null,
            by: "value",
            target: amount(input, "target"),
            better: "higher",
            step: amount(input, "step"),
            partial,
            give: one,
          },
          { unit: "points" },
        ),
      ],
      points: { kind: "money each", amount: amount(input, "point_value"), free: zero },
    },
    results: [missOf("level", { facts: { value: amount(input, "value") } })],
  });
  return { ...told(statement), points: statement.points };
}

/** S08: points over a free number, each band at its own price. */
export function marginalPoints(input: Input): Answer {
  if (has(input, "tiers")) return violations(input);
  const bands = list(input, "bands").map((band) => ({
    upto: maybe(band, "to_point"),
    give: amount(band, "multiplier"),
  }));
  const free = amountOr(input, "free_points", 0);
  const points = amount(input, "points");
  const statement = ask(input, {
    amount: sum(zero),
    plan: {
      awards: [plainAward(entered, { unit: "points" })],
      points: { kind: "bands", amount: amount(input, "point_value"), free, bands },
    },
    results: enteredResults([points]),
  });
  const priced = bands.map(({ upto, give }) => ({
    upto,
    give: ask(input, { amount: sum(give), times: [{ kind: "plain", factor: amount(input, "point_value") }] }).exact,
  }));
  return { ...told(statement), parts: marginalParts(points, priced, free) };
}

function violations(input: Input): Answer {
  const tiers = list(input, "tiers");
  const results = [missOf("level", { facts: { violations: amount(input, "violations") } })];
  const bands = tiers.map((tier) => ({ upto: maybe(tier, "to_n"), give: amount(tier, "amount_each") }));
  const rows = tiers.map(
    (tier): Row => ({ kind: "from", edge: amount(tier, "from_n"), give: amount(tier, "amount_each") }),
  );
  const marginal = ask(input, { amount: { kind: "marginal", of: null, by: "violations", bands }, results });
  const slab = ask(input, {
    amount: { kind: "rows", of: null, by: "violations", rows },
    times: [{ kind: "count", by: "violations" }],
    results,
  });
  return {
    credits: list<string>(input, "variants").map(
      (way) =>
        meaningOf(way, [
          [/marginal|increment|band|graduat|progressive|tiered|each_tier/, marginal],
          [/slab|whole|flat|all|volume|one_rate/, slab],
        ]).credit,
    ),
  };
}

/** S26: a cap of each service, then one over all. */
export function twoCaps(input: Input): Answer {
  const services = list(input, "services");
  const names = services.map((service) => word(service, "name"));
  const statement = ask(input, {
    amount: sum(zero),
    plan: {
      bases: Object.fromEntries([...names, "all"].map((name) => [name, stated])),
      awards: names.map((name) =>
        plainAward(entered, {
          levels: [name],
          atMost: { kind: "share", of: name, share: share(input, "cap_each_pct") },
        }),
      ),
      limits: [capOn("all", share(input, "cap_total_pct"))],
    },
    facts: {
      bases: {
        ...Object.fromEntries(services.map((service) => [word(service, "name"), amount(service, "element")])),
        all: amount(input, "support_elements_total"),
      },
    },
    results: services.map((service) =>
      missOf(word(service, "name"), { facts: { entered: amount(service, "computed") } }),
    ),
  });
  const all = ask(input, {
    charges: amount(input, "support_elements_total"),
    amount: shareOf(share(input, "cap_total_pct")),
  });
  return { ...told(statement), after_service_caps: statement.lines.map(({ given }) => given), total_cap: all.credit };
}
