import { cutTo, fill } from "../documents/text-width.ts";
import type { Verdict } from "../engine/agreement/words.ts";
import type { CreditReport } from "../engine/report/credits/credit-report.ts";
import type { Report } from "../engine/report/report.ts";

/** What the overview keeps of a month, so that its report need not be kept. */
export interface ShownMonth {
  /** `2025-03`, `March 2025` */
  readonly id: string;
  readonly label: string;
  readonly page: string;
  readonly answer: string;
  readonly missed: number;
  /** One a service level, in the order of the report. */
  readonly marks: readonly Mark[];
  /** One a plan by which something is settled, or would be. */
  readonly credits: readonly ShownCredit[];
}

interface ShownCredit {
  /** `-7 681.26 GBP` */
  readonly amount: string;
  /** `Service credits, won back` */
  readonly what: string;
}

interface Mark {
  readonly agreement: string;
  readonly title: string;
  readonly verdict: Verdict;
}

/** How wide the terminal is, and whether it shows colours. */
interface Terminal {
  readonly width: number;
  readonly colour: "none" | "ansi";
}

/** What the overview keeps of a report that was written to a page. */
export function shownMonth({ period, answer, agreements, credits = [] }: Report, page: string): ShownMonth {
  const marks = agreements.flatMap(({ title, kind, levels }) =>
    levels.map((level) => ({
      agreement: `${title} (${kind})`,
      title: level.group === null ? level.title : `${level.title}, ${level.group}`,
      verdict: level.verdict,
    })),
  );
  const missed = marks.filter(({ verdict }) => verdict === "missed").length;
  return { id: period.id, label: period.label, page, answer, missed, marks, credits: credits.flatMap(shownCredit) };
}

function shownCredit({ title, status, settled }: CreditReport): readonly ShownCredit[] {
  if (status === "not claimed") return [{ amount: settled.text, what: `${title}, not claimed` }];
  if (Number(settled.value) === 0) return [];
  return [{ amount: settled.text, what: settled.value.startsWith("-") ? `${title}, won back` : title }];
}

/** Every service level over every month: a row a level, a sign a month, quarters apart. */
export function writeOverview(months: readonly ShownMonth[], { width, colour }: Terminal): string {
  const paint = colour === "ansi" ? painted : (text: string): string => text;
  const levels = levelsOf(months);
  const side = Math.min(
    Math.max(...levels.map(({ title }) => title.length)),
    Math.max(16, width - row(months).length - 4),
  );
  const line = (title: string, signs: string): string =>
    `  ${fill(cutTo(title, side), side, "left")}  ${signs}`.trimEnd();
  const rows = [...Map.groupBy(levels, ({ agreement }) => agreement)].flatMap(([agreement, own]) => [
    paint(cutTo(agreement, width), "1"),
    ...own.map((level) =>
      line(
        level.title,
        row(months, (month) => signOf(month, level, paint)),
      ),
    ),
    "",
  ]);
  const legend = Object.entries(signs).map(([verdict, { sign, code }]) => `${paint(sign, code)} ${verdict}`);
  return [
    line("", yearsOver(months)),
    line(
      "",
      row(months, ({ label }) => label.charAt(0)),
    ),
    ...rows,
    `  ${legend.join("   ")}`,
  ].join("\n");
}

/** Months in which something is settled, the amounts under each other. */
export function writeCredits(months: readonly ShownMonth[]): string {
  const all = months.flatMap(({ label, credits }) => credits.map((each) => ({ ...each, label })));
  const [labels, amounts] = [all.map(({ label }) => label.length), all.map(({ amount }) => amount.length)];
  const line = ({ label, amount, what }: (typeof all)[number]): string =>
    `  ${fill(label, Math.max(...labels), "left")}  ${fill(amount, Math.max(...amounts), "right")}  ${what}\n`;
  return all.map(line).join("");
}

/** The month with the most misses; the earliest of them. */
export const worstOf = (months: readonly ShownMonth[]): ShownMonth | null =>
  months.reduce<ShownMonth | null>(
    (worst, each) => (worst === null || each.missed > worst.missed ? each : worst),
    null,
  );

const signs: Readonly<Record<Verdict, { readonly sign: string; readonly code: string }>> = {
  met: { sign: "✓", code: "32" },
  "at minimum": { sign: "▲", code: "33" },
  missed: { sign: "◆", code: "31" },
  "not rated": { sign: "–", code: "90" },
  undetermined: { sign: "?", code: "36" },
  held: { sign: "‖", code: "35" },
};

const painted = (text: string, code: string): string => `\u001b[${code}m${text}\u001b[0m`;

/** Every level that some month has, in the order of the first month that has it. */
function levelsOf(months: readonly ShownMonth[]): readonly Mark[] {
  const known = new Map(months.flatMap(({ marks }) => marks).map((mark) => [`${mark.agreement}/${mark.title}`, mark]));
  return [...known.values()];
}

function signOf(month: ShownMonth, level: Mark, paint: (text: string, code: string) => string): string {
  const own = month.marks.find(({ agreement, title }) => agreement === level.agreement && title === level.title);
  return own === undefined ? " " : paint(signs[own.verdict].sign, signs[own.verdict].code);
}

/** One sign a month, a space before each new quarter. */
const row = (months: readonly ShownMonth[], sign: (month: ShownMonth) => string = () => " "): string =>
  months.map((month, index) => `${index > 0 && startsQuarter(month) ? " " : ""}${sign(month)}`).join("");

const startsQuarter = ({ id }: ShownMonth): boolean => ["01", "04", "07", "10"].includes(id.slice(5));

/** Each year over its first month, where there is room beside the year before. */
function yearsOver(months: readonly ShownMonth[]): string {
  let text = "";
  months.forEach((month, index) => {
    const begins = index === 0 || month.id.endsWith("-01");
    const at = row(months.slice(0, index + 1)).length - 1;
    if (begins && (text === "" || at > text.length)) text = `${fill(text, at, "left")}${month.id.slice(0, 4)}`;
  });
  return text;
}
