import type { Terminal } from "../documents/table.ts";
import { cutTo, fill, widthOf } from "../documents/text-width.ts";
import { clockTime } from "../engine/report/words/duration.ts";
import { counted, group } from "../engine/report/words/list.ts";
import type { ComparedMonth, WhatIf } from "./whatif.ts";
import type { ClockLine, FlippedRecord } from "./whatif-flips.ts";
import type { ComparedLevel, Side } from "./whatif-level.ts";

/** Records of one level that are listed in a terminal. */
const most = 20;
/** What stands between two columns, and what a title keeps at least. */
const gap = 2;
const leastTitle = 12;

/** Both contracts side by side for a terminal, month by month: the levels that differ, and the records that flip. */
export function whatIfText({ contract, changes, months }: WhatIf, { width }: Terminal): string {
  const differing = months.flatMap(({ levels }) => levels.filter(({ isSame }) => !isSame));
  const widths = widthsOf([head, ...differing.map(row)], width);
  const lines = [
    `${contract}: as it is, and as changed by`,
    ...changes.map(({ name }) => `  ${name}`),
    ...months.flatMap((month) => ["", ...monthLines(month, widths, width)]),
  ];
  return `${lines.map((line) => cutTo(plain(line), width).trimEnd()).join("\n")}\n`;
}

type Row = readonly string[];

const head: Row = ["Service level", "Figure", "Changed", "Verdict", "Changed", "Misses", "Changed"];
const sides = ["left", "right", "right", "left", "left", "right", "right"] as const;

function monthLines(month: ComparedMonth, widths: readonly number[], width: number): readonly string[] {
  return [...levelLines(month, widths, width), ...creditLines(month, width)];
}

/** The credits that differ, the sum of a plan first, then its parts. */
function creditLines({ credits }: ComparedMonth, width: number): readonly string[] {
  const differing = credits.filter(({ isSame }) => !isSame);
  if (differing.length === 0) return [];
  const rows: readonly Row[] = differing.flatMap(({ title, before, after, difference, lines }) => [
    [title, before?.text ?? "-", after?.text ?? "-", difference.text],
    ...lines.map((line) => [`  ${line.title}`, line.before.text, line.after.text, ""]),
  ]);
  const all = [creditHead, ...rows];
  return ["", ...all.map((each) => aligned(each, widthsOf(all, width), creditSides))];
}

const creditHead: Row = ["Credit", "As it is", "As changed", "Difference"];
const creditSides = ["left", "right", "right", "right"] as const;

function levelLines({ label, levels }: ComparedMonth, widths: readonly number[], width: number): readonly string[] {
  const differing = levels.filter(({ isSame }) => !isSame);
  const same = levels.length - differing.length;
  const others = same === 0 ? [] : [`${counted(same, "service level")} without a difference.`];
  if (differing.length === 0) return [label, ...others];
  return [
    label,
    aligned(head, widths, sides),
    widths.map((each) => "─".repeat(each)).join(" ".repeat(gap)),
    ...differing.map((level) => aligned(row(level), widths, sides)),
    ...differing.flatMap((level) => flipLines(level, width)),
    ...(others.length === 0 ? [] : ["", ...others]),
  ];
}

function row(level: ComparedLevel): Row {
  const { before, after } = level;
  return [
    titleOf(level),
    ...[figureOf(before), figureOf(after)],
    ...[before?.verdict ?? "-", after?.verdict ?? "-"],
    ...[missesOf(before), missesOf(after)],
  ];
}

const titleOf = ({ title, group: of }: ComparedLevel): string => (of === null ? title : `${title}, ${of}`);
const figureOf = (side: Side | null): string => side?.figure.text ?? "-";
const missesOf = (side: Side | null): string => (side === null || side.misses === null ? "-" : group(side.misses));

function flipLines(level: ComparedLevel, width: number): readonly string[] {
  const { flips } = level;
  if (flips.length === 0) return [];
  const shown = flips.slice(0, most);
  const rows = [flipHead, ...shown.map(flipRow)];
  const more = flips.length - shown.length;
  return [
    "",
    `${counted(flips.length, "record")} of ${titleOf(level)}`,
    ...rows.map((each) => aligned(each, widthsOf(rows, width), flipSides)),
    ...(more > 0 ? [`and ${group(more)} more: --json lists them all`] : []),
  ];
}

const flipHead: Row = ["Record", "As it is", "As changed", "Clock", "Clock as changed"];
const flipSides = ["left", "left", "left", "right", "right"] as const;

const flipRow = ({ record, before, after, clockBefore, clockAfter }: FlippedRecord): Row => [
  record,
  ...[before, after],
  ...[clockText(clockBefore), clockText(clockAfter)],
];

/** `8:55:24 of 8:00:00` */
function clockText(clock: ClockLine | null): string {
  if (clock === null) return "-";
  const elapsed = clockTime(clock.elapsed);
  return clock.allowed === null ? elapsed : `${elapsed} of ${clockTime(clock.allowed)}`;
}

/** As wide as the widest of each column; the first gives way where the terminal is too narrow. */
function widthsOf(rows: readonly Row[], width: number): readonly number[] {
  const [first = 0, ...others] = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((each) => widthOf(plain(each[column] ?? "")))),
  );
  const left = width - others.reduce((sum, each) => sum + each + gap, 0);
  return [Math.max(leastTitle, Math.min(first, left)), ...others];
}

function aligned(cells: Row, widths: readonly number[], toward: readonly ("left" | "right")[]): string {
  const filled = cells.map((cell, column) => {
    const size = widths[column] ?? 0;
    return fill(cutTo(plain(cell), size), size, toward[column] ?? "left");
  });
  return filled.join(" ".repeat(gap)).trimEnd();
}

/** Control characters of a source never reach the terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const plain = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, " ");
