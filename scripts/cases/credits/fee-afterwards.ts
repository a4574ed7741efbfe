import { afterWaiver, settle } from "../../../src/engine/credit/later/settle.ts";
import { isUsedUp } from "../../../src/engine/credit/later/used-up.ts";
import { emptyPlan } from "../../../src/engine/credit/plan/plan.ts";
import { type Fraction, one, sum as totalOf, zero } from "../../../src/engine/number/fraction.ts";
import { ask, capAt, capsOf, prorated, shareOf, sum, told } from "./ask.ts";
import { meaning } from "./meaning.ts";
import { type Answer, amount, count, flag, has, type Input, list, maybe, share } from "./read.ts";

/** A client gives some of a credit up: the money goes, the failure stays. */
export const waived = (input: Input): Answer => ({
  net: afterWaiver(amount(input, "credit"), amount(input, "waived")),
  failure_counts: true,
});

/** What is due, set against an invoice; in cash where no more invoices follow. */
export function settled(input: Input): Answer {
  const due = amount(input, "credits_due");
  const ends = has(input, "remaining_invoices") && count(input, "remaining_invoices") === 0;
  const invoice = maybe(input, "open_invoice_amount") ?? due;
  const open = ends ? null : invoice;
  const { way, now, carried } = settle(due, open, emptyPlan("").settlement);
  return { settlement: way.replaceAll(" ", "_"), amount: now, set_off_now: now, carried, lapsed: zero };
}

/** A credit after its cap, set against the open invoice: what the cap took lapses, what the invoice cannot take waits. */
export function openInvoice(input: Input, credit: Fraction): Answer {
  const { way, now, carried } = settle(credit, amount(input, "open_invoice_amount"), emptyPlan("").settlement);
  return { set_off_now: now, amount: now, carried, settlement: way.replaceAll(" ", "_") };
}

/** Months of which not every day was in service; a month in which the service is cancelled gives nothing. */
export function byMonth(input: Input): Answer {
  if (has(input, "rule")) meaning(input, "rule", [[/prorat|cancel|days/, "by days"]] as const);
  const part = share(input, "credit_pct", "pct", "penalty_pct", "level_pct", "pct_each");
  const credits = list(input, "months").map((month) => {
    const days = count(month, "days");
    const active = maybe(month, "active_days");
    if (flag(month, "cancelled")) return zero;
    return ask(input, {
      amount: shareOf(part),
      plan: { bases: { charges: prorated }, limits: capsOf(input) },
      facts: { days, activeDays: active ? { charges: active } : {} },
    }).credit;
  });
  const total = totalOf(credits);
  return { credits, quarter_total: total, total };
}

/** A cap of the month, then one of so many months' fees in a year; exactly at the cap it is reached. */
export function yearly(input: Input): Answer {
  const months = amount(input, "annual_cap_months");
  const cap = ask(input, { amount: shareOf(one), times: [{ kind: "plain", factor: months }] }).credit;
  const given = maybe(input, "computed");
  const before = maybe(input, "credited_this_year") ?? zero;
  const statement = ask(input, {
    amount: given ? sum(given) : shareOf(share(input, "computed_pct", "pct", "credit_pct", "level_pct", "pct_each")),
    times: [{ kind: "plain", factor: maybe(input, "missed", "failures", "issues") ?? one }],
    plan: { limits: [...capsOf(input), capAt(cap, "year")] },
    facts: { credited: { quarter: zero, "contract year": zero, year: before } },
  });
  return {
    ...told(statement),
    annual_cap: cap,
    annual_cap_reached: isUsedUp(cap, [before, statement.credit]),
    ...(has(input, "open_invoice_amount") ? openInvoice(input, statement.credit) : {}),
  };
}
