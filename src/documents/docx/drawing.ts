import { colours } from "./look.ts";

export type Point = readonly [x: number, y: number];

/** An area filled, or a line drawn through points; all in points from the top left. */
export type Mark =
  | { readonly kind: "area"; readonly points: readonly Point[]; readonly colour: string }
  | { readonly kind: "line"; readonly points: readonly Point[]; readonly colour: string; readonly width: number };

/** A picture without text, which is written as SVG and as PNG alike. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const rect = ({ x, y, width, height }: Box, colour: string): Mark => ({
  kind: "area",
  colour,
  points: [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ],
});

export const stroke = (points: readonly Point[], colour: string, width: number): Mark => ({
  kind: "line",
  points,
  colour,
  width,
});

export const frame = ({ x, y, width, height }: Box, colour: string, thick: number): Mark =>
  stroke(
    [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
      [x, y],
    ],
    colour,
    thick,
  );

const corners = 24;

export const circle = ([x, y]: Point, radius: number, colour: string): Mark => ({
  kind: "area",
  colour,
  points: round([x, y], radius),
});

export const ring = (centre: Point, radius: number, colour: string): Mark =>
  stroke([...round(centre, radius), [centre[0] + radius, centre[1]]], colour, 1);

const round = ([x, y]: Point, radius: number): readonly Point[] =>
  Array.from({ length: corners }, (_, index): Point => {
    const angle = (index / corners) * 2 * Math.PI;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });

/** A level line of dashes. */
export const dashed = (from: Point, until: number, colour: string): readonly Mark[] =>
  Array.from({ length: Math.ceil((until - from[0]) / 4) }, (_, index) => {
    const start = from[0] + index * 4;
    return stroke(
      [
        [start, from[1]],
        [Math.min(start + 2, until), from[1]],
      ],
      colour,
      0.8,
    );
  });

const apart = 3;

/** A box hatched with diagonals, each of them cut at its edges. */
export function hatched(box: Box, colour: string): readonly Mark[] {
  const { x, y, width, height } = box;
  const lines = Array.from({ length: Math.ceil((width + height) / apart) }, (_, index): Mark => {
    const sum = (index + 0.5) * apart;
    const [left, right] = [Math.max(0, sum - height), Math.min(width, sum)];
    return stroke(
      [
        [x + left, y + sum - left],
        [x + right, y + sum - right],
      ],
      colour,
      0.9,
    );
  });
  return [rect(box, "FFFFFF"), ...lines];
}

/** What a stretch of time looks like: solid, faint, or hatched with the colour of its kind. */
export function stretch(kind: string, box: Box): readonly Mark[] {
  const hatch = hatches[kind];
  return hatch === undefined ? [rect(box, fills[kind] ?? colours.off)] : hatched(box, hatch);
}

const hatches: Readonly<Record<string, string>> = {
  paused: colours.hatch,
  relieved: colours.accent,
  agreed: colours.hatch,
};

const fills: Readonly<Record<string, string>> = {
  running: colours.pen,
  "over target": colours.miss,
  elsewhere: colours.line,
  unknown: colours.unknown,
  down: colours.miss,
};
