import type { Drawing, Mark } from "./drawing.ts";

/** A drawing as SVG of its own. */
export function svgOf({ width, height, marks }: Drawing): Uint8Array {
  const shapes = marks.map(shapeOf).join("");
  return new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}">${shapes}</svg>`,
  );
}

function shapeOf(mark: Mark): string {
  const path = mark.points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${short(x)} ${short(y)}`).join("");
  return mark.kind === "area"
    ? `<path d="${path}Z" fill="#${mark.colour}"/>`
    : `<path d="${path}" fill="none" stroke="#${mark.colour}" stroke-width="${mark.width}" stroke-linejoin="round"/>`;
}

const short = (value: number): string => String(Math.round(value * 100) / 100);
