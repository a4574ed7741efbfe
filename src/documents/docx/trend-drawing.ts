import type { PageData } from "../pdf/page-data.ts";
import { type Drawing, dashed, type Mark, type Point, rect, stroke } from "./drawing.ts";
import { colours } from "./look.ts";
import { verdictMark } from "./verdict-mark.ts";

export type TrendData = NonNullable<PageData["levels"][number]["trend"]>;
type TrendPoint = TrendData["points"][number];

/** Space above and below the scale, so that marks at its ends are whole. */
export const edge = 6;

/** The periods as a line through their marks, with the targets and the ground beyond them; a column a period. */
export function trendDrawing(trend: TrendData, width: number, height: number): Drawing {
  const place = placesOf(trend.points, { width, height, margin: edge });
  return {
    width,
    height,
    marks: [
      ...trend.marks.map(({ y }) => level([0, width], place.y(y), grid)),
      ...trend.points.flatMap((point, index) => targets(point, index, { place, higher: trend.higher })),
      ...runsOf(trend.points, place).map((run) => stroke(run, colours.pen, 1.2)),
      ...trend.points.flatMap((point, index) => pointMarks(point, index, place)),
    ],
  };
}

/** The trend in a row of a table. */
export function sparkDrawing(trend: TrendData, width: number, height: number): Drawing {
  const place = placesOf(trend.points, { width, height, margin: 4, side: 3 });
  const last = trend.points.length - 1;
  const end = trend.points[last];
  return {
    width,
    height,
    marks: [
      ...trend.points.flatMap(({ expected }, index) =>
        expected === null
          ? []
          : [level([place.x(index) - place.step / 2, place.x(index) + place.step / 2], place.y(expected), fineTarget)],
      ),
      ...runsOf(trend.points, place).map((run) => stroke(run, colours.pen, 0.9)),
      ...(end?.y === null || end === undefined ? [] : verdictMark(end.verdict, [place.x(last), place.y(end.y)], 2.6)),
    ],
  };
}

interface Places {
  readonly x: (index: number) => number;
  readonly y: (share: number) => number;
  readonly step: number;
  readonly height: number;
}

interface Area {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  /** Room at either end, where a mark would stand over the edge. */
  readonly side?: number;
}

function placesOf({ length }: readonly TrendPoint[], { width, height, margin, side = 0 }: Area): Places {
  const step = (width - 2 * side) / length;
  return {
    x: (index) => side + step * (index + 0.5),
    y: (share) => margin + (height - 2 * margin) * (1 - share),
    step,
    height,
  };
}

/** A level line from one place to another. */
const level = ([from, until]: Point, y: number, { colour, thick }: { colour: string; thick: number }): Mark =>
  stroke(
    [
      [from, y],
      [until, y],
    ],
    colour,
    thick,
  );

const grid = { colour: colours.off, thick: 0.5 };
const fineTarget = { colour: colours.accent, thick: 0.5 };
const target = { colour: colours.accent, thick: 0.9 };
const bracketEnd = { colour: colours.faint, thick: 0.8 };

function targets(
  { expected, minimum }: TrendPoint,
  index: number,
  { place, higher }: { readonly place: Places; readonly higher: boolean },
): readonly Mark[] {
  const [left, right] = [place.x(index) - place.step / 2, place.x(index) + place.step / 2];
  const limit = minimum ?? expected;
  if (limit === null) return [];
  const [top, bottom] = higher ? [place.y(limit), place.y(0)] : [place.y(1), place.y(limit)];
  return [
    ...(bottom > top ? [rect({ x: left, y: top, width: place.step, height: bottom - top }, colours.beyond)] : []),
    ...(expected === null ? [] : [level([left, right], place.y(expected), target)]),
    ...(minimum === null ? [] : dashed([left, place.y(minimum)], right, colours.accent)),
  ];
}

/** The line in broken runs: none where there is no figure, or only an interval could be judged. */
function runsOf(points: readonly TrendPoint[], place: Places): readonly (readonly Point[])[] {
  const runs: Point[][] = [[]];
  points.forEach(({ y, verdict }, index) => {
    if (y === null || verdict === "undetermined") runs.push([]);
    else runs.at(-1)?.push([place.x(index), place.y(y)]);
  });
  return runs.filter((run) => run.length > 1);
}

function pointMarks({ y, low, high, verdict }: TrendPoint, index: number, place: Places): readonly Mark[] {
  const x = place.x(index);
  const bracket =
    low === null || high === null
      ? []
      : [
          level([x - 3, x + 3], place.y(low), bracketEnd),
          level([x - 3, x + 3], place.y(high), bracketEnd),
          stroke(
            [
              [x, place.y(high)],
              [x, place.y(low)],
            ],
            colours.faint,
            0.8,
          ),
        ];
  return [...bracket, ...(y === null ? [] : verdictMark(verdict, [x, place.y(y)], 3.6))];
}
