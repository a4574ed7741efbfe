import { missOf } from "../../../src/engine/credit/facts.ts";
import { excusedLate, inTime } from "../../../src/engine/credit/later/availability.ts";
import { afterWaiver, settle, withTax } from "../../../src/engine/credit/later/settle.ts";
import { plainAward } from "../../../src/engine/credit/plan/award.ts";
import { stated } from "../../../src/engine/credit/plan/base.ts";
import type { EventRule } from "../../../src/engine/credit/plan/event.ts";
import { plainLevel } from "../../../src/engine/credit/plan/level.ts";
import { emptyPlan } from "../../../src/engine/credit/plan/plan.ts";
import { type Fraction, fraction, one, zero } from "../../../src/engine/number/fraction.ts";
import { meanOf } from "../../../src/engine/trigger/line.ts";
import { ask, capAt, capOf, capsOf, entered, fees, shareOf, sum, told } from "./ask.ts";
import { type Answer, amount, amountOr, has, type Input, list, maybe, share, word } from "./read.ts";

/** S04: a percentage of a fee for each missed level, and the rules around it. */
export function percentOfFee(input: Input): Answer {
  if (has(input, "cases")) return { results: list(input, "cases").map((one) => volume(input, one)) };
  if ("previous_pct" in input || (has(input, "current_pct") && has(input, "variants"))) return averaged(input);
  if (has(input, "late_excused")) return excused(input);
  if (has(input, "waived"))
    return { net: afterWaiver(amount(input, "credit"), amount(input, "waived")), failure_counts: true };
  if (has(input, "credit_disputed"))
    return {
      issued: amount(input, "credit_undisputed"),
      held: amount(input, "credit_disputed"),
      status: "partly_issued",
    };
  if (has(input, "credits_due")) return settled(input);
  if (has(input, "tickets_in_scope")) return noEvents(input);
  if (has(input, "months")) return byMonth(input);
  if (has(input, "annual_cap_months")) return yearly(input);
  if (has(input, "credits") || has(input, "rebates")) return oneEvent(input);
  return fee(input);
}

function volume(input: Input, one: Input): Answer {
  const [total, late] = [amount(one, "total"), amount(one, "late")];
  const pct = inTime(total, late);
  const target = has(input, "target_pct") ? amount(input, "target_pct") : fraction(95);
  const lowVolume = has(input, "target_pct") ? null : { below: fraction(40), allowed: fraction(2) };
  return { pct, passed: passes({ total, late, pct, target, lowVolume }) };
}

interface Volume {
  readonly total: Fraction;
  readonly late: Fraction;
  readonly pct: Fraction | null;
  readonly target: Fraction;
  readonly lowVolume: { readonly below: Fraction; readonly allowed: Fraction } | null;
}

function passes({ total, late, pct, target, lowVolume }: Volume): boolean {
  const facts = { value: pct ?? zero, whole: total, late_items: late };
  const levels = { level: { ...plainLevel, expected: target, lowVolume } };
  const statement = ask(
    {},
    { amount: sum(zero), results: [missOf("level", { state: null, facts })], plan: { levels } },
  );
  return statement.lines[0]?.state === "met";
}

function averaged(input: Input): Answer {
  const rows = has(input, "variants") ? list(input, "variants") : [input];
  const results = rows.map((row) => {
    const values = [maybe(input, "current_pct", "level_pct"), maybe(row, "previous_pct")].filter((one) => one !== null);
    return meanOf(values);
  });
  return { results, value: results[0] };
}

function excused(input: Input): Answer {
  const seen = { total: amount(input, "tickets"), down: amount(input, "late"), excused: amount(input, "late_excused") };
  const handling = word(input, "excuse_handling").includes("both") ? "both" : word(input, "excuse_handling");
  const pct = excusedLate(
    seen,
    handling === "both" || handling.includes("remove") ? "minus in both" : "only downtime reduced",
  );
  return {
    value: pct,
    passed:
      maybe(input, "target_pct") && pct
        ? passes({ total: seen.total, late: seen.down, pct, target: amount(input, "target_pct"), lowVolume: null })
        : null,
  };
}

function settled(input: Input): Answer {
  const invoice = input.remaining_invoices === 0 ? null : amount(input, "open_invoice_amount");
  const { way, now, carried } = settle(amount(input, "credits_due"), invoice, emptyPlan("").settlement);
  return { settlement: way.replaceAll(" ", "_"), amount: now, set_off_now: now, carried, lapsed: zero };
}

function noEvents(input: Input): Answer {
  const state = amount(input, "tickets_in_scope").n === 0n ? ("no events" as const) : ("missed" as const);
  const answer = told(ask(input, { amount: sum(zero), results: [missOf("level", { state })] }));
  return {
    ...answer,
    counts_in_window: answer.failure_counts,
    breaks_repeat_chain: state !== "no events" && answer.failure_counts !== true,
  };
}

function byMonth(input: Input): Answer {
  const credits = list(input, "months").map((month) =>
    month.cancelled === true
      ? zero
      : ask(input, {
          amount: shareOf(share(input, "credit_pct", "pct", "penalty_pct")),
          plan: { bases: { charges: { ...stated, prorated: "days" } as typeof stated } },
          facts: {
            days: Number(month.days),
            activeDays: { charges: amountOr(month, "active_days", Number(month.days)) },
          },
        }).credit,
  );
  return { credits };
}

function yearly(input: Input): Answer {
  const cap = ask(input, {
    amount: shareOf(one),
    times: [{ kind: "plain", factor: amount(input, "annual_cap_months") }],
  });
  const computed = has(input, "computed")
    ? sum(amount(input, "computed"))
    : shareOf(share(input, "computed_pct", "pct", "credit_pct"));
  const limits = [
    ...(has(input, "month_cap_pct") ? [capOf(share(input, "month_cap_pct"))] : []),
    capAt(cap.credit, "year"),
  ];
  const statement = ask(input, {
    amount: computed,
    plan: { limits },
    facts: { credited: { quarter: zero, "contract year": zero, year: amountOr(input, "credited_this_year", 0) } },
  });
  return { ...told(statement), annual_cap: cap.credit };
}

function oneEvent(input: Input): Answer {
  const rows = has(input, "credits") ? list(input, "credits") : list(input, "rebates");
  const results = rows.map((row) =>
    missOf(word(row, "sl"), { facts: { entered: amount(row, "amount") }, event: "event" }),
  );
  const policy = word(input, "policy");
  const events: EventRule =
    policy.includes("choice") || has(input, "chosen")
      ? { kind: "client chooses", otherwise: "highest" }
      : policy.includes("highest")
        ? { kind: "highest" }
        : { kind: "sum" };
  const choices = { event: word(input, "chosen") };
  const statement = ask(input, {
    amount: entered,
    results,
    plan: { events, limits: capsOf(input) },
    facts: { choices },
  });
  return { ...told(statement), counted_failures: results.length };
}

function fee(input: Input): Answer {
  const rows = Array.isArray(input.failures) ? list(input, "failures") : [];
  if (rows.length > 0) return byBase(input, rows);
  const count = maybe(input, "failures", "missed", "core_functions_down", "issues") ?? one;
  const part = share(
    input,
    "pct_at_risk",
    "penalty_pct",
    "credit_pct",
    "pct_each",
    "computed_pct",
    "availability_pct",
    "pct",
    "level_pct",
  );
  const charges = has(input, "recurring") ? { charges: amount(input, "recurring") } : {};
  const statement = ask(input, {
    ...charges,
    amount: shareOf(part),
    times: [{ kind: "plain", factor: count }],
    plan: { limits: capsOf(input) },
  });
  const tax = withTax(statement.credit, has(input, "tax_pct") ? share(input, "tax_pct") : zero);
  return {
    ...told(statement),
    credit_net: statement.credit,
    net: statement.credit,
    tax_on_credit_note: tax.tax,
    counted_failures: count,
  };
}

function byBase(input: Input, rows: readonly Input[]): Answer {
  const bases = Object.fromEntries(fees.filter((name) => has(input, name)).map((name) => [name, amount(input, name)]));
  const results = rows.map((row, index) => missOf(has(row, "sl") ? word(row, "sl") : String(index)));
  const awards = rows.map((row, index) =>
    plainAward(
      { kind: "share", of: has(row, "base") ? word(row, "base") : "charges", share: share(row, "credit_pct") },
      { levels: [results[index]?.level ?? ""] },
    ),
  );
  const statement = ask(input, {
    amount: sum(zero),
    results,
    plan: {
      awards,
      bases: Object.fromEntries(Object.keys(bases).map((name) => [name, stated])),
      limits: capsOf(input),
    },
    facts: { bases },
  });
  return { ...told(statement), credits: statement.lines.map(({ level, given }) => ({ sl: level, credit: given })) };
}
