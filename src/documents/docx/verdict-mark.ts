import type { Verdict } from "../../engine/agreement/words.ts";
import { circle, frame, type Mark, type Point, ring, stroke } from "./drawing.ts";
import { verdictColours } from "./look.ts";

/** The shape of a verdict in a picture, centred on a point, on a white ground that cuts the line through it. */
export const verdictMark = (verdict: Verdict, centre: Point, size: number): readonly Mark[] => [
  circle(centre, size * 1.25, "FFFFFF"),
  ...shapes[verdict](centre, size, verdictColours[verdict]),
];

type Shape = (centre: Point, size: number, colour: string) => readonly Mark[];

const tick: readonly Point[] = [
  [-0.42, 0.05],
  [-0.1, 0.36],
  [0.45, -0.32],
];
const triangle: readonly Point[] = [
  [0, -0.95],
  [1, 0.8],
  [-1, 0.8],
];
const diamond: readonly Point[] = [
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, 0],
];
const dash: readonly Point[] = [
  [-0.4, 0],
  [0.4, 0],
];

const shapes: Readonly<Record<Verdict, Shape>> = {
  met: (centre, size, colour) => [ring(centre, size * 0.9, colour), stroke(around(centre, size, tick), colour, 1)],
  "at minimum": (centre, size, colour) => [{ kind: "area", points: around(centre, size, triangle), colour }],
  missed: (centre, size, colour) => [{ kind: "area", points: around(centre, size, diamond), colour }],
  "not rated": (centre, size, colour) => [
    ring(centre, size * 0.9, colour),
    stroke(around(centre, size, dash), colour, 1),
  ],
  undetermined: (centre, size, colour) => [ring(centre, size * 0.9, colour), circle(centre, size * 0.3, colour)],
  held: ([x, y], size, colour) => [
    frame({ x: x - size * 0.9, y: y - size * 0.9, width: size * 1.8, height: size * 1.8 }, colour, 1),
    ...[-0.3, 0.3].map((side) =>
      stroke(
        around([x + side * size, y], size, [
          [0, -0.4],
          [0, 0.4],
        ]),
        colour,
        1,
      ),
    ),
  ],
};

const around = ([x, y]: Point, size: number, points: readonly Point[]): readonly Point[] =>
  points.map(([dx, dy]) => [x + dx * size, y + dy * size]);
