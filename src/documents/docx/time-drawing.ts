import type { PageData } from "../pdf/page-data.ts";
import { type Drawing, frame, rect, stretch, stroke } from "./drawing.ts";
import { colours } from "./look.ts";

type LevelData = PageData["levels"][number];
export type TimeData = NonNullable<LevelData["time"]>;
export type ClockData = NonNullable<LevelData["misses"]["rows"][number]["clock"]>;

/** The clock of a record over calendar time; where its time was used up, the bar changes its colour and is notched. */
export function clockDrawing(clock: ClockData, width: number): Drawing {
  const [top, height] = [2, 8];
  const inner = width - 1;
  return {
    width,
    height: height + 2 * top,
    marks: [
      ...clock.blocks.flatMap((each) =>
        stretch(each.kind, { x: 0.5 + each.x * inner, y: top, width: Math.max(each.width * inner, 0.5), height }),
      ),
      frame({ x: 0.5, y: top, width: inner, height }, colours.hatch, 0.5),
      ...(clock.reached === null ? [] : [notch(0.5 + clock.reached * inner, height + 2 * top)]),
    ],
  };
}

const notch = (x: number, height: number) =>
  stroke(
    [
      [x, 0],
      [x, height],
    ],
    colours.ink,
    1,
  );

/** A column for each day, its hours downwards; short stretches stay visible. */
export function daysDrawing(time: TimeData, width: number, height: number): Drawing {
  const step = width / Math.max(time.days.length, 1);
  const gap = step > 6 ? 1.5 : 0;
  return {
    width,
    height,
    marks: [
      ...time.days.map((_, index) =>
        frame({ x: step * index + 0.25, y: 0.25, width: step - gap, height: height - 0.5 }, colours.line, 0.4),
      ),
      ...time.blocks.flatMap((each) => {
        const size = Math.max(each.kind === "open" ? 0 : 0.03, each.height);
        const box = {
          x: step * each.day,
          y: height * Math.min(each.y, 1 - size),
          width: step - gap,
          height: height * size,
        };
        return each.kind === "open" ? [rect(box, colours.off)] : stretch(each.kind, box);
      }),
    ],
  };
}

/** The look of a kind of time, for a legend. */
export function swatch(kind: string): Drawing {
  const box = { x: 0.5, y: 0.5, width: 9, height: 6 };
  return { width: 10, height: 7, marks: [...stretch(kind, box), frame(box, colours.hatch, 0.5)] };
}
