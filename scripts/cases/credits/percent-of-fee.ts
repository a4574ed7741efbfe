import { missOf } from "../../../src/engine/credit/facts.ts";
import { withTax } from "../../../src/engine/credit/later/settle.ts";
import { plainAward } from "../../../src/engine/credit/plan/award.ts";
import { stated } from "../../../src/engine/credit/plan/base.ts";
import { type Fraction, one, zero } from "../../../src/engine/number/fraction.ts";
import { ask, capsOf, fees, shareOf, sum, told } from "./ask.ts";
import { byMonth, openInvoice, settled, waived, yearly } from "./fee-afterwards.ts";
import { averaged, excused, noEvents, required, volume } from "./fee-figures.ts";
import { meaningOf } from "./meaning.ts";
import { eventOf, oneEvent } from "./one-event.ts";
import {
  type Answer,
  amount,
  has,
  hasRecords,
  type Input,
  list,
  maybe,
  maybeShare,
  says,
  share,
  word,
} from "./read.ts";
import { withoutWord } from "./untranslated.ts";

/** S04: a percentage of a fee for each missed level, and the rules around it. */
export function percentOfFee(input: Input): Answer {
  if (has(input, "cases")) return { results: list(input, "cases").map((one) => volume(input, one)) };
  if (says(input, "previous_pct") || hasRecords(input, "variants")) return averaged(input);
  if (has(input, "late_excused")) return excused(input);
  if (has(input, "tickets")) return required(input);
  if (has(input, "waived")) return waived(input);
  if (has(input, "credit_disputed")) return disputed(input);
  if (has(input, "credits_due")) return settled(input);
  if (has(input, "tickets_in_scope")) return noEvents(input);
  if (has(input, "months")) return byMonth(input);
  if (has(input, "annual_cap_months")) return yearly(input);
  if (has(input, "credits") || has(input, "rebates")) return oneEvent(input);
  return hasRecords(input, "failures") ? byBase(input, list(input, "failures")) : fee(input);
}

/** Only what is not disputed is issued. */
function disputed(input: Input): Answer {
  const [issued, held] = [amount(input, "credit_undisputed"), amount(input, "credit_disputed")];
  return { issued, held, status: issued.n === 0n ? "held" : "partly_issued" };
}

const parts = [
  "pct_at_risk",
  "penalty_pct",
  "credit_pct",
  "pct_each",
  "computed_pct",
  "availability_pct",
  "pct",
  "level_pct",
];

/** One percentage for each miss; a fee that is not recurring and costs that are passed on are no part of the base. */
function fee(input: Input): Answer {
  excludedFrom(input);
  const count = countOf(input);
  const given = maybe(input, "computed", "credit");
  const statement = ask(input, {
    ...(has(input, "recurring") ? { charges: amount(input, "recurring") } : {}),
    amount: given ? sum(given) : shareOf(share(input, ...parts)),
    times: [{ kind: "plain", factor: count }],
    plan: { limits: capsOf(input) },
  });
  const rate = maybeShare(input, "tax_pct") ?? zero;
  return {
    ...told(statement),
    credit_net: statement.credit,
    net: statement.credit,
    quarter_total: statement.credit,
    tax_on_credit_note: withTax(statement.credit, rate).tax,
    counted_failures: count,
    ...(has(input, "open_invoice_amount") ? openInvoice(input, statement.credit) : {}),
  };
}

/** How many misses are paid for; a policy about one event says whether its failures count one by one. */
function countOf(input: Input): Fraction {
  const count = maybe(input, "failures", "missed", "core_functions_down", "issues") ?? one;
  if (!has(input, "policy")) return count;
  return meaningOf(word(input, "policy"), [
    [/sum|each|per_|every|count/, count],
    [/highest|one_only|single|once|first/, one],
  ]);
}

/** Read, so that they are seen, and left out of the base. */
const excludedFrom = (input: Input): void => {
  maybe(input, "one_time");
  maybe(input, "reimbursable_costs");
};

function byBase(input: Input, rows: readonly Input[]): Answer {
  const bases = Object.fromEntries(fees.filter((name) => has(input, name)).map((name) => [name, amount(input, name)]));
  excludedFrom(input);
  const event = has(input, "policy") || has(input, "chosen") ? "event" : null;
  const results = rows.map((row, index) => missOf(has(row, "sl") ? word(row, "sl") : String(index), { event }));
  const awards = rows.map((row, index) =>
    plainAward(
      { kind: "share", of: baseOf(row, Object.keys(bases)), share: share(row, "credit_pct") },
      { levels: [results[index]?.level ?? ""] },
    ),
  );
  const [only] = Object.values(bases);
  const statement = ask(input, {
    amount: sum(zero),
    results,
    plan: {
      awards,
      bases: Object.fromEntries(Object.keys(bases).map((name) => [name, stated])),
      limits: capsOf(input),
      ...(event ? { events: eventOf(input).events } : {}),
    },
    ...(only ? { charges: only } : {}),
    facts: { bases, ...(event ? { choices: eventOf(input).choices } : {}) },
  });
  return {
    ...told(statement),
    counted_failures: results.length,
    credits: statement.lines.map(({ level, given }) => ({ sl: level, credit: given })),
  };
}

/** The amount of the case that a failure names; where the case has only one amount, a name can mean no other. */
function baseOf(row: Input, bases: readonly string[]): string {
  const [only] = bases;
  const named = has(row, "base") ? word(row, "base") : null;
  if (named !== null && bases.includes(named)) return named;
  if (only === undefined || bases.length > 1) throw withoutWord([named ?? "failures.base"]);
  return only;
}
