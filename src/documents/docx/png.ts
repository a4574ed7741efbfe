import { zlibSync } from "fflate";
import type { Drawing, Mark, Point } from "./drawing.ts";

/** Pixels a point, and samples a pixel along each side. */
const [density, samples] = [2.5, 3];

/** A drawing as PNG, for programs that do not know SVG. */
export function pngOf(drawing: Drawing): Uint8Array {
  const [width, height] = [Math.ceil(drawing.width * density), Math.ceil(drawing.height * density)];
  const pixels = new Uint8Array(width * height * 3).fill(255);
  for (const mark of drawing.marks.flatMap(segmentsOf)) paint({ pixels, width, height }, mark);
  const rows = new Uint8Array(height * (width * 3 + 1));
  for (let y = 0; y < height; y++)
    rows.set(pixels.subarray(y * width * 3, (y + 1) * width * 3), y * (width * 3 + 1) + 1);
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head.set([8, 2, 0, 0, 0], 8);
  const parts = [chunk("IHDR", head), chunk("IDAT", zlibSync(rows, { level: 6 })), chunk("IEND", new Uint8Array())];
  return joined([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), ...parts]);
}

/** A line piece by piece, so that only the pixels around each are looked at. */
const segmentsOf = (mark: Mark): readonly Mark[] =>
  mark.kind === "area"
    ? [mark]
    : mark.points.slice(1).map((point, index) => ({ ...mark, points: [mark.points[index] ?? point, point] }));

interface Sheet {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

function paint({ pixels, width, height }: Sheet, mark: Mark): void {
  const box = boxOf(mark);
  const share = isUpright(mark) ? overlap(box) : samplesIn(mark);
  const colour = [0, 2, 4].map((at) => Number.parseInt(mark.colour.slice(at, at + 2), 16));
  const [bottom, right] = [Math.min(height, Math.ceil(box.bottom)), Math.min(width, Math.ceil(box.right))];
  for (let y = Math.max(0, Math.floor(box.top)); y < bottom; y++) {
    for (let x = Math.max(0, Math.floor(box.left)); x < right; x++) {
      const covered = share(x, y);
      if (covered === 0) continue;
      const at = (y * width + x) * 3;
      for (let part = 0; part < 3; part++)
        pixels[at + part] = Math.round((pixels[at + part] ?? 255) * (1 - covered) + (colour[part] ?? 0) * covered);
    }
  }
}

interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The box of a mark in pixels; a level or upright line is as thick as it is, and no longer than it is. */
function boxOf(mark: Mark): Edges {
  const [xs, ys] = [mark.points.map(([x]) => x), mark.points.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const thick = mark.kind === "line" ? mark.width / 2 : 0;
  const [along, across] = mark.kind === "line" && isUpright(mark) ? [0, thick] : [thick, thick];
  const [wide, tall] = left === right ? [across, along] : [along, across];
  return {
    left: (left - wide) * density,
    right: (right + wide) * density,
    top: (top - tall) * density,
    bottom: (bottom + tall) * density,
  };
}

/** True where the box of a mark is the mark: a rectangle, a level or an upright line. */
const isUpright = ({ points, kind }: Mark): boolean =>
  (kind === "line" ? points.length === 2 : points.length === 4) &&
  points.every(([x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? [x, y];
    return x === nextX || y === nextY;
  });

const overlap =
  ({ left, right, top, bottom }: Edges) =>
  (x: number, y: number): number =>
    Math.max(0, Math.min(right, x + 1) - Math.max(left, x)) * Math.max(0, Math.min(bottom, y + 1) - Math.max(top, y));

/** The share of a pixel that a mark covers, found by samples. */
const samplesIn =
  (mark: Mark) =>
  (x: number, y: number): number => {
    let inside = 0;
    for (let row = 0; row < samples; row++) {
      for (let column = 0; column < samples; column++) {
        const point: Point = [(x + (column + 0.5) / samples) / density, (y + (row + 0.5) / samples) / density];
        if (mark.kind === "area" ? isWithin(mark.points, point) : isNear(mark.points, point, mark.width / 2)) inside++;
      }
    }
    return inside / (samples * samples);
  };

/** A ray to the right crosses the outline an odd number of times. */
function isWithin(points: readonly Point[], [x, y]: Point): boolean {
  let within = false;
  for (let index = 0; index < points.length; index++) {
    const [ax, ay] = points[index] ?? [0, 0];
    const [bx, by] = points[(index + 1) % points.length] ?? [0, 0];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) within = !within;
  }
  return within;
}

function isNear(points: readonly Point[], [x, y]: Point, distance: number): boolean {
  for (let index = 1; index < points.length; index++) {
    const [ax, ay] = points[index - 1] ?? [0, 0];
    const [bx, by] = points[index] ?? [0, 0];
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
    if ((ax + along * (bx - ax) - x) ** 2 + (ay + along * (by - ay) - y) ** 2 <= distance ** 2) return true;
  }
  return false;
}

function chunk(kind: string, data: Uint8Array): Uint8Array {
  const body = joined([new TextEncoder().encode(kind), data]);
  const [length, sum] = [new Uint8Array(4), new Uint8Array(4)];
  new DataView(length.buffer).setUint32(0, data.length);
  new DataView(sum.buffer).setUint32(0, checksum(body));
  return joined([length, body, sum]);
}

const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (remainders[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
