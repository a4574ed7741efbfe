import { ImageRun } from "docx";
import type { Drawing } from "./drawing.ts";
import { pngOf } from "./png.ts";
import { svgOf } from "./svg.ts";
import { clean, type Part } from "./text.ts";

/** Pixels of the library for a point. */
const pixels = 96 / 72;

/** A drawing in a line of text, as SVG with a PNG for older programs; its words are for readers by ear. */
export function picture(drawing: Drawing, words: string): Part {
  const transformation = { width: drawing.width * pixels, height: drawing.height * pixels };
  return new ImageRun({
    type: "svg",
    data: svgOf(drawing),
    transformation,
    fallback: { type: "png", data: pngOf(drawing) },
    altText: { name: "Picture", title: "", description: clean(words) },
  });
}
