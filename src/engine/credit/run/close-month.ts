import type { ContractDocument } from "../../agreement/document/document.ts";
import { compare, type Fraction, least, minus, plus, sum, zero } from "../../number/fraction.ts";
import { addDays, dateOf } from "../../time/civil.ts";
import type { CreditEntry } from "../entry.ts";
import type { LedgerEntry } from "../later/ledger.ts";
import { readMonth, writeMonth } from "../later/months.ts";
import { settle } from "../later/settle.ts";
import { chargeOfMonth, type Days } from "../period/charges-of.ts";
import { inPlanCurrency } from "../period/in-plan-currency.ts";
import { inCurrency, type WrittenPlan } from "../written/written-plan.ts";
import { bankAfter } from "./bank-after.ts";
import { earnedBackIn } from "./earned-back-in.ts";
import { improvementsIn } from "./improvements-in.ts";
import { paidFor } from "./kept-lines.ts";
import type { CreditMonth, MonthSettlement } from "./month.ts";
import type { PastState } from "./past.ts";

/** A month whose statement stands, and the months before it. */
export interface Closing {
  readonly open: Pick<
    CreditMonth,
    "written" | "plan" | "levels" | "period" | "facts" | "statement" | "paid" | "entries"
  >;
  readonly done: readonly CreditMonth[];
  readonly contract: ContractDocument;
  readonly days: Days;
  /** States of all months up to this one. */
  readonly states: readonly PastState[];
}

/** What becomes of a statement: waived, disputed, won back, settled; and its entries of the ledger. */
export function closeMonth(closing: Closing): CreditMonth {
  const { open } = closing;
  const { waived, disputed } = takenOut(closing);
  const { amounts, bank } = bankAfter(closing);
  const earnedBack = [...earnedBackIn(closing), ...amounts];
  const back = sum(open.plan.earnBack?.to === "bank" ? [] : earnedBack.map(({ amount }) => amount));
  const due = [waived, disputed, back, open.statement.bonusPaid].reduce(minus, open.statement.credit);
  const settlement = settledIn(closing, due);
  const month = { ...open, earnedBack, bank, waived, disputed, settlement, improvements: improvementsIn(closing) };
  return { ...month, ledger: ledgerOf(closing, { ...month, back }) };
}

function takenOut({ open }: Closing): { readonly waived: Fraction; readonly disputed: Fraction } {
  const { statement, entries, written } = open;
  const of = (entry: CreditEntry): Fraction => paidFor(open, entry);
  const waivers = entries.map((entry) => {
    if (entry.said.kind !== "waiver") return zero;
    const said = entry.said.amount ? inCurrency(written, entry.said.amount) : null;
    return said ? least(said, of(entry)) : of(entry);
  });
  const waived = least(sum(waivers), statement.credit);
  const disputes = entries.map((entry) => (entry.said.kind === "dispute" ? of(entry) : zero));
  return { waived, disputed: least(sum(disputes), minus(statement.credit, waived)) };
}

/** Stage 18: set against the next invoice, or paid when none follows. What no invoice could take waits for the next. */
function settledIn({ open, done, contract, days }: Closing, fresh: Fraction): MonthSettlement {
  const due = plus(fresh, done.at(-1)?.settlement.carried ?? zero);
  const { document } = open.written;
  const now = readMonth(open.period.id);
  const isQuarterly = document.settled?.on === "next quarter";
  const next = isQuarterly ? now - (now % 3) + 3 : now + 1;
  const on = isQuarterly ? quarterName(next) : writeMonth(next);
  if (due.n === 0n) return { way: "nothing due", on, due, now: zero, carried: zero };
  const ends = days.until > contract.contract.until;
  const invoice = ends ? null : invoiceOf(contract, open.written, { from: next, count: isQuarterly ? 3 : 1 });
  const rules = open.plan.settlement;
  return { ...settle(due, invoice, rules), on: ends ? dayAfter(days) : on, due };
}

const quarterName = (month: number): string => `${Math.floor(month / 12)}-Q${Math.floor((month % 12) / 3) + 1}`;

const dayAfter = ({ until }: Days): string => {
  const { year, month } = dateOf(addDays(until, 0));
  return writeMonth(year * 12 + month - 1);
};

/** Charges of the months that are invoiced, under the agreement or, for that of the client, under the contract. */
function invoiceOf(contract: ContractDocument, written: WrittenPlan, of: { from: number; count: number }): Fraction {
  const agreement = written.document.for;
  const kind = contract.agreements[agreement]?.kind;
  const charges = Object.values(contract.charges).filter(({ under }) =>
    under === undefined ? kind === "SLA" : under === agreement,
  );
  const months = Array.from({ length: of.count }, (_, index) => of.from + index);
  const own = charges.flatMap((charge) => inPlanCurrency(written, charge) ?? []);
  return sum(own.flatMap((charge) => months.map((month) => chargeOfMonth(charge, month, null))));
}

interface Closed extends Pick<CreditMonth, "statement" | "waived" | "disputed" | "settlement" | "period"> {
  readonly back: Fraction;
}

function ledgerOf({ done }: Closing, { statement, waived, disputed, back, settlement, period }: Closed) {
  const { due, now, carried } = settlement;
  const lapsed = minus(minus(due, now), carried);
  const amounts: readonly (readonly [LedgerEntry["status"], Fraction])[] = [
    ["issued", statement.credit],
    ["waived", minus(zero, waived)],
    ["disputed", minus(zero, disputed)],
    ["earned back", minus(zero, back)],
    ["bonus", minus(zero, statement.bonusPaid)],
    ["lapsed", minus(zero, lapsed)],
  ];
  const last = done.flatMap(({ ledger }) => ledger).length;
  return amounts
    .filter(([, amount]) => compare(amount, zero) !== 0)
    .map(([status, amount], index) => ({ id: last + index + 1, period: period.id, status, amount, corrects: null }));
}
