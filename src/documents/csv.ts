import type { LevelReport, Report } from "../engine/report/report.ts";

type Cell = string | number | null;

/** One row a service level: verdict, figure, targets (RFC 4180, safe to open in a spreadsheet). */
export function scorecardCsv(report: Report): string {
  return csv(
    levelsOf(report).map((level) => ({ ...periodOf(report), ...levelOf(level), ...verdictOf(level) })),
    scorecardFields,
  );
}

/** One row a record that counted and was not good. */
export function missesCsv(report: Report): string {
  const rows = levelsOf(report).flatMap((level) =>
    level.misses.map((miss) => ({
      ...periodOf(report),
      ...levelOf(level),
      record: miss.record,
      source: miss.source,
      opened: miss.openedAt,
      judged: miss.judgedAt,
      elapsed: miss.elapsed,
      allowed: miss.allowed,
      over: miss.over.replace(/^\+/, ""),
      reason: miss.reason,
    })),
  );
  return csv(rows, missFields);
}

/** One row a line of credit; null where there is no plan. */
export function creditsCsv(report: Report): string | null {
  const plans = report.credits ?? [];
  if (plans.length === 0) return null;
  const rows = plans.flatMap((plan) =>
    plan.lines.map((line) => ({
      ...periodOf(report),
      plan: plan.plan,
      month: plan.month,
      service_level: line.level,
      title: line.levelTitle,
      group: line.group,
      state: line.state,
      figure: line.figure,
      amount: Number(line.amount.value),
      currency: plan.currency,
      exact: line.steps.at(-1)?.exact ?? null,
      steps: line.steps.map(({ sentence }) => sentence).join(" ") || null,
      reason: line.reason,
    })),
  );
  return csv(rows, creditFields);
}

/** One row a term that changed; null where nothing did. */
export function changesCsv(report: Report): string | null {
  const changes = report.changes ?? [];
  if (changes.length === 0) return null;
  const rows = changes.flatMap(({ what, source, ...line }) =>
    (what.length === 0 ? [{ of: null, term: null, before: null, after: null }] : what).map((term) => ({
      ...periodOf(report),
      state: line.kind,
      from: line.when,
      title: line.title,
      ...term,
      reaches: line.reaches,
      by: line.by,
      reason: line.reason,
      source: source.id,
      clause: source.clause,
      versions: line.versions,
    })),
  );
  return csv(rows, changeFields);
}

const levelFields = "contract period agreement service_level title clause group".split(" ");
const scorecardFields = [
  ...levelFields,
  ..."verdict figure made_of value unit expected minimum misses misses_allowed".split(" "),
  ..."without_exclusions lowest highest completeness reason".split(" "),
];
const missFields = [...levelFields, ..."record source opened judged elapsed allowed over reason".split(" ")];

const creditFields = [
  ..."contract period plan month service_level title group".split(" "),
  ..."state figure amount currency exact steps reason".split(" "),
];
const changeFields = [
  ..."contract period state from title of term before after".split(" "),
  ..."reaches by reason source clause versions".split(" "),
];

const levelsOf = (report: Report): readonly LevelReport[] => report.agreements.flatMap(({ levels }) => levels);

const periodOf = ({ contract, period }: Report) => ({ contract: contract.id, period: period.id });

const levelOf = ({ agreement, id, title, clause, group }: LevelReport) => ({
  agreement,
  service_level: id,
  title,
  clause,
  group,
});

const verdictOf = (level: LevelReport) => ({
  verdict: level.verdict,
  figure: level.figure.text,
  made_of: level.figure.of,
  value: level.figure.value,
  unit: level.unit,
  expected: level.expected,
  minimum: level.minimum,
  misses: level.allowance?.misses ?? null,
  misses_allowed: level.allowance?.allowed ?? null,
  without_exclusions: level.raw?.text ?? level.figure.text,
  lowest: level.bounds?.low ?? null,
  highest: level.bounds?.high ?? null,
  completeness: level.completeness,
  reason: level.reason,
});

function csv(rows: readonly Readonly<Record<string, Cell>>[], fields: readonly string[]): string {
  const lines = rows.map((row) => fields.map((field) => cell(row[field] ?? null)).join(","));
  return [fields.join(","), ...lines].map((line) => `${line}\r\n`).join("");
}

/** A cell that a spreadsheet would run as a formula is written with an apostrophe before it. */
function cell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
