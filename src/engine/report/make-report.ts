import type { ContractTerms, Version } from "../agreement/terms.ts";
import type { Calendars } from "../calendar/calendar.ts";
import type { Finding } from "../finding/finding.ts";
import type { Period, Result } from "../period/result.ts";
import { writeDay } from "../time/civil.ts";
import { instant } from "../time/instant.ts";
import { wallAt, type Zone } from "../time/zone.ts";
import type { Effect } from "../trigger/effect.ts";
import { answerOf, becauseOf, countVerdicts } from "./answer.ts";
import { calendarLines } from "./calendar-lines.ts";
import type { ChangeLine } from "./changes/change-line.ts";
import type { CreditReport } from "./credits/credit-report.ts";
import { owedText } from "./credits/owed-text.ts";
import { type FindingGroup, findingLines } from "./finding-lines.ts";
import { followLines } from "./follow-lines.ts";
import { creditGlossary, glossary } from "./glossary.ts";
import { levelReport } from "./level-report.ts";
import { calendarsOf } from "./prose/terms.ts";
import type { AgreementReport, FileLine, Report } from "./report.ts";
import { longDay } from "./words/dates.ts";
import { periodLabel } from "./words/period.ts";

/** One agreement of the report: its results of the period, in the order of the document. */
export interface AgreementInput {
  readonly id: string;
  readonly kind: "SLA" | "OLA" | "UC";
  readonly title: string;
  readonly provider: string;
  readonly customer: string;
  readonly version: Version;
  readonly results: readonly Result[];
}

export interface ReportInput {
  readonly contract: ContractTerms;
  readonly period: Period;
  /** The zone of the contract, which decides days. */
  readonly zone: Zone;
  readonly agreements: readonly AgreementInput[];
  /** Results of earlier periods, in any order, for the trends. */
  readonly earlier: readonly Result[];
  /** Names (snake_case) of the terms written for a level by `agreement/level`; absent: all are defaults. */
  readonly written: Readonly<Record<string, ReadonlySet<string>>>;
  /** What the agreed triggers make of these results and of the earlier ones. */
  readonly triggers?: readonly Effect[];
  /** What changed in the agreement, in words already. */
  readonly changes?: readonly ChangeLine[];
  /** The credits of the period, in words already. */
  readonly credits?: readonly CreditReport[];
  readonly findings: readonly Finding[];
  /** Findings of the files, kept by kind with their totals. */
  readonly groups?: readonly FindingGroup[];
  readonly files: readonly FileLine[];
  readonly calendars: Calendars;
  readonly made: Report["made"];
}

/** The account of one period as words and decimals; every document is written from it. */
export function makeReport(input: ReportInput): Report {
  const { contract, period, zone } = input;
  const agreements = input.agreements.map((each) => agreementReport(each, input));
  const levels = agreements.flatMap((each) => each.levels);
  const results = input.agreements.flatMap((each) => each.results);
  const counts = countVerdicts(levels);
  const triggers = followLines(input.triggers ?? [], { contract, period, zone });
  const ids = [...new Set(results.flatMap(({ level }) => calendarsOf(level)))];
  return {
    version: 1,
    contract: headOf(contract),
    period: periodOf(period, zone),
    answer: `${answerOf(periodLabel(period.id), counts)}${owedText(input.credits ?? [])}`,
    because: becauseOf(levels, input.files),
    counts,
    agreements,
    ...(triggers.length > 0 ? { triggers } : {}),
    ...(input.changes?.length ? { changes: input.changes } : {}),
    ...(input.credits?.length ? { credits: input.credits } : {}),
    findings: findingLines([...input.findings, ...results.flatMap(({ findings }) => findings)], input.groups),
    files: input.files,
    calendars: calendarLines({ ids, calendars: input.calendars, contract, period }),
    glossary: input.credits?.length ? [...glossary, ...creditGlossary] : glossary,
    made: input.made,
  };
}

const nameOf = (id: string, { names }: ContractTerms): string => names[id] ?? id;

function headOf(contract: ContractTerms): Report["contract"] {
  const { id, title, reference } = contract;
  return {
    id,
    title,
    reference,
    client: nameOf(contract.client, contract),
    supplier: nameOf(contract.supplier, contract),
  };
}

function periodOf(period: Period, zone: Zone): Report["period"] {
  const last = wallAt(zone, instant(period.end - 1)).day;
  return {
    id: period.id,
    label: periodLabel(period.id),
    from: writeDay(wallAt(zone, period.start).day),
    until: writeDay(last),
    zone: zone.id,
  };
}

function agreementReport(agreement: AgreementInput, input: ReportInput): AgreementReport {
  const { contract, zone, earlier } = input;
  const { id, kind, title, version } = agreement;
  return {
    id,
    kind,
    title,
    provider: nameOf(agreement.provider, contract),
    customer: nameOf(agreement.customer, contract),
    version: `version ${version.number}, from ${longDay(version.from)}`,
    levels: agreement.results.map((result) => {
      const written = input.written[`${result.level.agreement}/${result.level.id}`] ?? new Set<string>();
      return levelReport(result, { contract, zone, earlier, written, reported: input.period });
    }),
  };
}
