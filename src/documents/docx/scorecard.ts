import type { FileChild } from "docx";
import type { PageData } from "../pdf/page-data.ts";
import { colours } from "./look.ts";
import type { Marks } from "./marks.ts";
import { picture } from "./picture.ts";
import { type Cell, plainTable } from "./table.ts";
import { coloured, heading, line, pageOf, say, status } from "./text.ts";
import { sparkDrawing } from "./trend-drawing.ts";

type Agreement = PageData["agreements"][number];
type Row = Agreement["levels"][number];

/** Every service level in a row, by agreement. */
export const scorecard = ({ agreements }: PageData, marks: Marks): readonly FileChild[] => [
  heading(1, "Scorecard", { mark: "scorecard", page: "new" }),
  ...agreements.flatMap((agreement) => part(agreement, marks)),
];

const part = ({ title, side, levels }: Agreement, marks: Marks): readonly FileChild[] => [
  heading(2, title),
  line([say(side)], { style: "Side", keepNext: true }),
  plainTable({
    widths: [78, 118, 66, 48, 48, 40, 58, 30],
    sides: ["left", "left", "right", "right", "right", "right", "left", "right"],
    head: ["Verdict", "Service level", "Figure", "Expected", "Minimum", "Misses", "Trend", "Page"],
    rows: levels.map((level) => rowOf(level, marks)),
  }),
];

const rowOf = (level: Row, marks: Marks): readonly Cell[] => [
  [status(level.verdict)],
  [[say(level.title)], ...(level.clause === null ? [] : [[say(level.clause, "Quiet")]])],
  [[say(level.figure, "Strong")], ...(level.of === "" ? [] : [[say(level.of, "Quiet")]])],
  target(level.expected),
  target(level.minimum),
  [
    [level.over ? coloured(level.misses, colours.miss) : say(level.misses)],
    ...(level.allowed === "" ? [] : [[say(level.allowed, "Quiet")]]),
  ],
  [[level.trend === null ? say("–") : picture(sparkDrawing(level.trend, 52, 16), `Trend of ${level.title}`)]],
  [[pageOf(marks.of(level.label))]],
];

function target(said: string): Cell {
  const [, way, size] = /^(at least|at most|less than|more than) (.*)$/.exec(said) ?? [];
  return way === undefined || size === undefined ? [[say(said)]] : [[say(way, "Quiet")], [say(size)]];
}
