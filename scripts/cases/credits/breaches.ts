import { missOf } from "../../../src/engine/credit/facts.ts";
import type { EventRule } from "../../../src/engine/credit/plan/event.ts";
import { one, sum as totalOf } from "../../../src/engine/number/fraction.ts";
import { percent } from "../numbers.ts";
import { ask, capOf, capsOf, shareOf, told } from "./ask.ts";
import { meaningOr } from "./meaning.ts";
import { eventRuleOf, eventRules } from "./one-event.ts";
import { type Answer, has, type Input, inPercent, list, share, word } from "./read.ts";

const bySeverity = [{ kind: "count", by: "severity" }] as const;

/** S09: several levels that one incident broke; a choice may name the level itself. */
export function severalBreaches(input: Input): Answer {
  const breaches = list(input, "breaches");
  const names = breaches.map((breach) => word(breach, "sl"));
  const results = breaches.map((breach, index) =>
    missOf(names[index] ?? "", { event: "event", facts: { severity: share(breach, "pct") } }),
  );
  const chosen = has(input, "choice") && names.includes(word(input, "choice")) ? word(input, "choice") : null;
  const events: EventRule = chosen ? { kind: "client chooses", otherwise: "highest" } : eventRuleOf(input, "choice");
  const limits = [...capsOf(input), capOf(one)];
  const facts = chosen ? { choices: { event: chosen } } : {};
  const statement = ask(input, { amount: shareOf(one), times: bySeverity, results, plan: { events, limits }, facts });
  const whole = { amount: shareOf(one), times: bySeverity, results, facts, charges: one };
  const paid = statement.lines.filter((line) => line.paid);
  return {
    ...told(statement),
    pct: inPercent(ask(input, { ...whole, plan: { events, limits } }).exact),
    uncapped_pct: inPercent(ask(input, { ...whole, plan: { events } }).exact),
    chosen: paid.length === 1 ? paid[0]?.level : null,
    counted_failures: results.length,
  };
}

/** S09: events with several credits each. A silent contract gives one credit an event, the highest; events add up. */
export function perEvent(input: Input): Answer {
  const rule = meaningOr<EventRule>(input, "choice", { silent: { kind: "highest" }, meanings: eventRules });
  const results = list(input, "events").map((event, place) =>
    list<string>(event, "credits_pct").map((pct, index) =>
      missOf(`level ${place} ${index}`, { event: `event ${place}`, facts: { severity: percent(pct) } }),
    ),
  );
  const limits = [...capsOf(input), capOf(one)];
  const asked = { amount: shareOf(one), times: bySeverity, results: results.flat() };
  const statement = ask(input, { ...asked, plan: { events: rule, limits } });
  const whole = ask(input, { ...asked, charges: one, plan: { events: rule } });
  return {
    ...told(statement),
    per_event_pct: results.map((_, place) =>
      inPercent(
        totalOf(whole.lines.filter(({ event, paid }) => paid && event === `event ${place}`).map(({ given }) => given)),
      ),
    ),
    uncapped_pct: inPercent(whole.exact),
    pct: inPercent(ask(input, { ...asked, charges: one, plan: { events: rule, limits } }).exact),
    counted_failures: results.flat().length,
  };
}
