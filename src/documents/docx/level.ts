import type { FileChild } from "docx";
import type { PageData } from "../pdf/page-data.ts";
import { days } from "./days.ts";
import { rect } from "./drawing.ts";
import { figureTable } from "./figure-table.ts";
import { colours } from "./look.ts";
import type { Marks } from "./marks.ts";
import { misses } from "./misses.ts";
import { picture } from "./picture.ts";
import { plainTable } from "./table.ts";
import { heading, headingWith, line, linkTo, say, status } from "./text.ts";
import { trendTable } from "./trend.ts";

type Reason = PageData["levels"][number]["population"]["rows"][number];
export type LevelData = PageData["levels"][number];

/** One service level: verdict and reason, figure and targets, trend, what counted, its definition, what was missed. */
export const level = (each: LevelData, marks: Marks): readonly FileChild[] => [
  heading(1, each.title, { mark: marks.of(each.label), page: "running" }),
  line([...status(each.verdict), ...(each.clause === null ? [] : [say("   "), say(each.clause, "Quiet")])], {
    keepNext: true,
  }),
  line([say(each.reason)], { keepNext: true }),
  figureTable(each),
  ...(each.trend === null ? [] : [heading(2, `${each.trend.points.length} periods`), trendTable(each.trend)]),
  ...population(each),
  ...days(each.time),
  ...definition(each, marks),
  ...misses(each.misses),
];

const population = ({ population: { rows, counted, out } }: LevelData): readonly FileChild[] =>
  rows.length === 0
    ? []
    : [
        headingWith("Records", `${counted} count, ${out} do not`),
        plainTable({
          widths: [270, 110, 56, 44],
          sides: ["left", "left", "right", "left"],
          head: ["Reason", "Share", "Records", "Counts"],
          rows: rows.map((row) => [
            [[say(row.reason)]],
            [[bar(row), say("\u00a0")]],
            [[say(row.count)]],
            [[say(row.counted ? "yes" : "no")]],
          ]),
        }),
      ];

/** The number beside it says the same; those that do not count are lighter. */
const bar = ({ share, counted, reason }: Reason) =>
  picture(
    {
      width: 100,
      height: 5,
      marks: [rect({ x: 0, y: 0, width: Math.max(share * 100, 0.6), height: 5 }, counted ? colours.pen : colours.line)],
    },
    `Bar of ${reason}`,
  );

function definition({ definition: own, definedAs }: LevelData, marks: Marks): readonly FileChild[] {
  if (own === null)
    return definedAs === null
      ? []
      : [
          line([say("Defined as for "), linkTo(marks.of(definedAs.label), definedAs.title), say(".")], {
            style: "Side",
          }),
        ];
  return [
    headingWith("Definition", "written from the terms"),
    line([say(own.sentence)], { style: "Definition", keepNext: true }),
    line([say(own.formula, "Strong")], { style: "Definition" }),
    ...(own.times.length === 0
      ? []
      : [
          plainTable({
            widths: [100, 90, 290],
            head: ["Records", "Within", "Counted in"],
            rows: own.times.map((cells) => cells.map((cell) => [[say(cell)]])),
          }),
        ]),
    ...own.blocks.flatMap(({ title, lines }) => [
      line([say(title, "Strong")], { style: "ListTitle" }),
      ...lines.map((each) =>
        line([say(each)], { style: "ListItem", numbering: { reference: "dashes", level: 0, custom: true } }),
      ),
    ]),
  ];
}
