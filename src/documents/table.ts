import type { Verdict } from "../engine/agreement/words.ts";
import type { LevelReport, Report } from "../engine/report/report.ts";
import { capital, small } from "../engine/report/words/list.ts";
import { creditTable } from "./credit-table.ts";
import { cutTo, fill, widthOf } from "./text-width.ts";

/** How wide the terminal is, and whether it shows colours. */
export interface Terminal {
  readonly width: number;
  readonly colour: "none" | "ansi";
}

/** The report as a table for a terminal: the answer, a row a service level, and the findings as a count. */
export function writeTable(report: Report, terminal: Terminal): string {
  const lines = [
    ...wrapped(report.answer, terminal.width),
    ...wrapped(report.because, terminal.width),
    ...report.agreements.flatMap((agreement) => [
      "",
      cutTo(`${agreement.title} (${agreement.kind}, ${agreement.version})`, terminal.width),
      ...rows(agreement.levels, terminal),
    ]),
    ...creditTable(report, terminal.width),
    ...followLines(report, terminal),
    ...findingsLine(report),
  ];
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

interface Column {
  readonly head: string;
  readonly side: "left" | "right";
  readonly cell: (level: LevelReport) => string;
}

const verdictColumn: Column = { head: "Verdict", side: "left", cell: ({ verdict }) => verdict };
const ofColumn: Column = { head: "Of", side: "right", cell: ({ figure }) => figure.of ?? "" };
const minimumColumn: Column = { head: "Minimum", side: "left", cell: ({ minimum }) => minimum ?? "" };
const titleColumn: Column = {
  head: "Service level",
  side: "left",
  cell: ({ title, group }) => (group === null ? title : `${title}, ${group}`),
};

const columns: readonly Column[] = [
  { head: "", side: "left", cell: ({ verdict }) => shapes[verdict] },
  titleColumn,
  { head: "Figure", side: "right", cell: ({ figure }) => figure.text },
  ofColumn,
  { head: "Expected", side: "left", cell: expectedCell },
  minimumColumn,
  verdictColumn,
];

function expectedCell({ expected, stages }: LevelReport): string {
  return expected ?? (stages.length > 0 ? `${stages.length} steps` : "");
}

/** Columns between which nothing stands. */
const gap = 2;
/** A title is not cut below this while another column can be left out. */
const fairTitle = 28;

/** A shape for each verdict, so that it is known without colour. */
const shapes: Readonly<Record<Verdict, string>> = {
  met: "✓",
  "at minimum": "▲",
  missed: "◆",
  "not rated": "–",
  undetermined: "?",
  held: "‖",
};

const colours: Readonly<Record<Verdict, string>> = {
  met: "32",
  "at minimum": "33",
  missed: "31",
  "not rated": "90",
  undetermined: "90",
  held: "90",
};

function rows(levels: readonly LevelReport[], terminal: Terminal): readonly string[] {
  const shown = shownColumns(levels, terminal.width);
  const widths = shown.map((column) =>
    column === titleColumn ? titleWidth(levels, shown, terminal.width) : widest(levels, column),
  );
  const line = (cell: (column: Column) => string): string =>
    shown
      .map((column, index) => fill(cutTo(plain(cell(column)), widths[index] ?? 0), widths[index] ?? 0, column.side))
      .join(" ".repeat(gap));
  const rule = widths.map((width) => "─".repeat(width)).join(" ".repeat(gap));
  const lines = levels.map((level) => {
    const text = line((column) => column.cell(level));
    return terminal.colour === "ansi" ? painted(text, level.verdict) : text;
  });
  return [line(({ head }) => head), rule, ...lines];
}

/** What a figure is made of, and then the minimum, give way on a narrow terminal; the export has them. */
function shownColumns(levels: readonly LevelReport[], width: number): readonly Column[] {
  const choices = [columns, without(ofColumn), without(ofColumn, minimumColumn)];
  const least = Math.min(fairTitle, widest(levels, titleColumn));
  return choices.find((each) => titleWidth(levels, each, width) >= least) ?? without(ofColumn, minimumColumn);
}

const without = (...left: readonly Column[]): readonly Column[] => columns.filter((each) => !left.includes(each));

const widest = (levels: readonly LevelReport[], { head, cell }: Column): number =>
  Math.max(widthOf(head), ...levels.map((level) => widthOf(plain(cell(level)))));

/** What the other columns leave to the title, and no more than it needs. */
function titleWidth(levels: readonly LevelReport[], shown: readonly Column[], width: number): number {
  const others = shown
    .filter((each) => each !== titleColumn)
    .reduce((sum, each) => sum + widest(levels, each) + gap, 0);
  return Math.max(8, Math.min(widest(levels, titleColumn), width - others));
}

/** Control characters of a source never reach the terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const plain = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, " ");

/** The shape and the word of the verdict, first and last of the line, in its colour. */
function painted(line: string, verdict: Verdict): string {
  const colour = (text: string): string => `\u001b[${colours[verdict]}m${text}\u001b[0m`;
  const shape = shapes[verdict];
  const end = line.lastIndexOf(verdict);
  return `${colour(shape)}${line.slice(shape.length, end)}${colour(verdict)}${line.slice(end + verdict.length)}`;
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of plain(text).split(" ")) {
    if (line !== "" && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}

function followLines({ triggers = [] }: Report, { width }: Terminal): readonly string[] {
  if (triggers.length === 0) return [];
  return [
    "",
    "What follows",
    ...triggers.flatMap(({ title, opens, levelTitle, group, reason }) =>
      wrapped(
        `${capital(opens)} (${title}). ${levelTitle}${group === null ? "" : `, ${group}`}: ${small(reason)}`,
        width,
      ),
    ),
  ];
}

function findingsLine({ findings }: Report): readonly string[] {
  if (findings.length === 0) return [];
  const said = (["error", "warning", "note"] as const).flatMap((weight) => {
    const count = findings.reduce((sum, each) => sum + (each.weight === weight ? each.count : 0), 0);
    return count === 0 ? [] : [`${count} ${weight}${count === 1 ? "" : "s"}`];
  });
  return ["", `Findings: ${said.join(", ")}`];
}
