import type { Verdict } from "../../engine/agreement/words.ts";
import type { FollowLine } from "../../engine/report/follow-line.ts";
import type { AgreementReport, LevelReport, Report } from "../../engine/report/report.ts";
import { capital } from "../../engine/report/words/list.ts";
import { anchorOf, count, figure, longDate } from "../html/text.ts";
import { changesData } from "./change-data.ts";
import { creditsData } from "./credit-data.ts";
import { levelData, nameOf } from "./level-data.ts";
import { trendData } from "./trend-data.ts";

const order: readonly Verdict[] = ["missed", "at minimum", "undetermined", "held", "met", "not rated"];
const notMet: readonly Verdict[] = ["missed", "at minimum", "undetermined", "held"];

export type PageData = ReturnType<typeof pageData>;

/** What is printed, as plain JSON: every text as it stands on paper, every place of a drawing from 0 to 1. */
export function pageData(report: Report) {
  const levels = report.agreements.flatMap((agreement) => agreement.levels);
  const { contract, period, made } = report;
  return {
    title: `${contract.title}, ${period.label}`,
    contract,
    period: {
      ...period,
      written: `${longDate(period.from)} to ${longDate(period.until)}`,
      day: period.until.split("-").map(Number),
    },
    answer: figure(report.answer),
    because: figure(report.because),
    counts: order.map((verdict) => ({ verdict, count: report.counts[verdict] })).filter((each) => each.count > 0),
    notMet: notMet.flatMap((verdict) => levels.filter((level) => level.verdict === verdict).map(shortOf)),
    of: levels.length,
    follows: (report.triggers ?? []).map(followData),
    agreements: report.agreements.map(agreementData),
    credits: creditsData(report.credits ?? []),
    changes: changesData(report.changes ?? []),
    levels: levels.map((level, index) => levelData(level, levels.slice(0, index))),
    findings: report.findings.map((each) => ({ ...each, count: count(each.count) })),
    files: report.files.map((each) => fileData(each.file, each)),
    allFiles: fileData("All files", total(report.files)),
    calendars: report.calendars,
    glossary: report.glossary,
    made,
  };
}

/** Where a level is named: verdict, title, reason, and the place it leads to. */
const shortOf = (level: LevelReport) => ({
  label: anchorOf(level),
  verdict: level.verdict,
  title: nameOf(level),
  reason: figure(level.reason),
});

const followData = (line: FollowLine) => ({
  opens: capital(line.opens),
  title: line.group === null ? line.levelTitle : `${line.levelTitle}, ${line.group}`,
  reason: figure(`${line.title}. ${line.reason}`),
});

const agreementData = (agreement: AgreementReport) => ({
  title: agreement.title,
  side: `${agreement.kind}, ${agreement.provider} for ${agreement.customer}, ${agreement.version}`,
  levels: agreement.levels.map((level) => ({
    ...shortOf(level),
    clause: level.clause,
    figure: figure(level.figure.text),
    of: figure(level.figure.of ?? ""),
    expected: level.stages.length > 0 ? `${level.stages.length} steps` : figure(level.expected ?? "–"),
    minimum: figure(level.minimum ?? "–"),
    misses: level.allowance === null ? "–" : count(level.allowance.misses),
    allowed: level.allowance === null ? "" : `of ${count(level.allowance.allowed)}`,
    over: level.allowance !== null && level.allowance.misses > level.allowance.allowed,
    trend: trendData(level),
  })),
});

type Rows = Pick<Report["files"][number], "rows" | "used" | "repeated" | "held" | "left">;

const fileData = (file: string, { rows, used, repeated, held, left }: Rows) => ({
  file,
  cells: [rows, used, repeated, held, left].map(count),
  adds: rows === used + repeated + held + left,
});

const total = (files: readonly Rows[]): Rows => ({
  rows: sum(files, "rows"),
  used: sum(files, "used"),
  repeated: sum(files, "repeated"),
  held: sum(files, "held"),
  left: sum(files, "left"),
});

const sum = (files: readonly Rows[], key: keyof Rows): number => files.reduce((all, file) => all + file[key], 0);
