import type { ContractDocument } from "../../agreement/document/document.ts";
import { entry } from "../../agreement/document/written.ts";
import type { CreditMonth } from "../../credit/run/month.ts";
import { writeDay } from "../../time/civil.ts";
import { capital, counted } from "../words/list.ts";
import { periodLabel } from "../words/period.ts";
import { afterwardsOf } from "./afterwards.ts";
import { baseLines } from "./base-lines.ts";
import type { CreditReport } from "./credit-report.ts";
import { lineReports, titleOf } from "./line-reports.ts";
import { moneyLine } from "./money-line.ts";
import { settlementOf } from "./settlement-of.ts";
import { stageLines } from "./stage-lines.ts";
import { statedLines } from "./stated-lines.ts";
import { numberText } from "./step-words.ts";
import { weightLines } from "./weight-lines.ts";

interface Told {
  /** The contract as in force in the month, and the names of its parties and people. */
  readonly contract: ContractDocument;
  readonly names: Readonly<Record<string, string>>;
  /** Months of the same plan up to this one, itself included. */
  readonly months: readonly CreditMonth[];
}

/** The credits of one month of a plan, in words. */
export function creditReportOf(month: CreditMonth, told: Told): CreditReport {
  const { written, statement, settlement, period } = month;
  const agreement = entry(told.contract.agreements, written.document.for);
  const nameOf = (id: string): string => told.names[id] ?? id;
  const { currency } = written;
  return {
    plan: written.id,
    month: period.id,
    label: periodLabel(period.id),
    title: written.document.title,
    clause: written.document.clause ?? null,
    agreement: written.document.for,
    agreementTitle: agreement?.title ?? written.document.for,
    from: nameOf(agreement?.provider ?? ""),
    to: nameOf(agreement?.customer ?? ""),
    currency,
    status: statusOf(month),
    answer: answerOf(month, told),
    credit: moneyLine(statement.credit, currency),
    settled: moneyLine(settlement.now, currency),
    bases: baseLines(month, told.contract),
    weights: weightLines(month, nameOf),
    lines: lineReports(month, told),
    afterwards: afterwardsOf(month),
    settlement: settlementOf(month),
    improvements: improvementsOf(month),
    stated: statedLines(month, nameOf),
    year: yearOf(told),
    trace: stageLines(month),
  };
}

function statusOf({ statement }: CreditMonth): CreditReport["status"] {
  if (statement.status === "waiting for base") return "waiting for an amount";
  if (statement.status === "not claimed") return "not claimed";
  return statement.credit.n === 0n ? "nothing owed" : "owed";
}

function answerOf(month: CreditMonth, told: Told): string {
  const { statement, written } = month;
  if (statement.status === "not claimed") return "Nothing was claimed in time, so nothing is credited.";
  if (statement.status === "waiting for base") return "An amount that shares are taken of is not known yet.";
  const failed = lineReports(month, told);
  if (statement.credit.n === 0n) {
    return failed.length === 0 ? "Nothing is owed." : `Nothing is owed for ${counted(failed.length, "failure")}.`;
  }
  const paying = failed.filter(({ amount }) => Number(amount.value) !== 0).length;
  const money = capital(moneyLine(statement.credit, written.currency).text);
  return paying === 0
    ? `${money} is owed, for no failure of this month alone.`
    : `${money} for ${counted(paying, "failure")}.`;
}

const improvementsOf = (month: CreditMonth): readonly string[] =>
  month.improvements.map(({ level, mark, from, to, average }) => {
    const title = titleOf(month, level);
    return `${title}: ${mark} rises from ${numberText(from)} to ${numberText(to)} (average ${numberText(average)}).`;
  });

/** The months of the contract year that the last of the months lies in. */
function yearOf({ months, contract }: Told): CreditReport["year"] {
  const first = Number(writeDay(contract.contract.from).slice(5, 7));
  const last = months.at(-1)?.period.id ?? "";
  const begin = beginOfYear(last, first);
  return months
    .filter(({ period }) => period.id >= begin)
    .map(({ period, statement, written }) => ({
      month: period.id,
      label: periodLabel(period.id),
      credit: moneyLine(statement.credit, written.currency),
    }));
}

function beginOfYear(month: string, first: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return `${number >= first ? year : year - 1}-${String(first).padStart(2, "0")}`;
}
