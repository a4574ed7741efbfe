import { missOf } from "../../../src/engine/credit/facts.ts";
import type { Row } from "../../../src/engine/credit/plan/row.ts";
import { totalOf } from "../../../src/engine/credit/rule/total-of.ts";
import { one } from "../../../src/engine/number/fraction.ts";
import { ask, capOf, capsOf, rowOf, shareOf, told } from "./ask.ts";
import { type Answer, has, type Input, inPercent, list, numbers, share, word } from "./read.ts";

/** S10: rows of minutes or hours of outage. */
export function outageTiers(input: Input): Answer {
  if (has(input, "claims")) return groups(input);
  if (has(input, "availability_pct", "ttr_pct")) return added(input);
  const hours = list(input, "tiers").some((tier) => "to_h" in tier);
  const rows = list(input, "tiers").map((tier): Row => rowOf(tier, hours ? "to_h" : "to_min", share(tier, "pct")));
  const by = hours ? "outage_hours" : "outage_minutes";
  const durations = [
    ...numbers(input, "outages"),
    ...numbers(input, "outages_hours"),
    ...numbers(input, "outage_minutes"),
    ...numbers(input, "outage_hours"),
  ];
  const results = /sum|month/.test(word(input, "evaluate")) ? [totalOf(durations)] : durations;
  const statement = ask(input, {
    amount: { kind: "rows", of: "charges", by, rows },
    results: results.map((duration) => missOf("level", { facts: { [by]: duration } })),
    plan: { limits: [...capsOf(input), capOf(one)] },
  });
  return told(statement);
}

function added(input: Input): Answer {
  const parts = [share(input, "availability_pct"), share(input, "ttr_pct")];
  const results = parts.map((severity, index) => missOf(`level ${index}`, { facts: { severity } }));
  const statement = ask(input, { amount: shareOf(one), times: [{ kind: "count", by: "severity" }], results });
  return { ...told(statement), pct: inPercent(totalOf(parts)) };
}

function groups(input: Input): Answer {
  const claims = list(input, "claims");
  const named = claims.map((claim) => ({ group: word(claim, "group"), items: list(claim, "items") }));
  const results = named.flatMap(({ items }) =>
    items.map((item) => missOf(word(item, "sl"), { event: "event", facts: { severity: share(item, "pct") } })),
  );
  const levels = named.map(({ items }) => items.map((item) => word(item, "sl")));
  const statement = ask(input, {
    amount: shareOf(one),
    times: [{ kind: "count", by: "severity" }],
    results,
    plan: { events: input.exclusive_groups === false ? { kind: "sum" } : { kind: "exclusive groups", groups: levels } },
  });
  const paid = statement.lines.find((line) => line.paid)?.level ?? "";
  const chosen = named.find(({ items }) => items.some((item) => word(item, "sl") === paid));
  return {
    ...told(statement),
    chosen_group: chosen?.group,
    pct: inPercent(totalOf((chosen?.items ?? []).map((item) => share(item, "pct")))),
  };
}
