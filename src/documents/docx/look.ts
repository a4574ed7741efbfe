import type { Verdict } from "../../engine/agreement/words.ts";

/** Colours, as in the PDF; text has a contrast of at least 4.5 on white. */
export const colours = {
  ink: "14181D",
  muted: "4D5560",
  faint: "626A75",
  line: "CDD2D9",
  accent: "1D4FB8",
  miss: "B8281F",
  hatch: "848E9B",
  off: "E8EBEE",
  pen: "2B3440",
  beyond: "FBF3F2",
  unknown: "C9B27A",
} as const;

export const verdictColours: Readonly<Record<Verdict, string>> = {
  met: "297552",
  "at minimum": "8F5C00",
  missed: colours.miss,
  "not rated": "5A6472",
  undetermined: "5A6472",
  held: "5A6472",
};

/** The shape of a verdict as a character of the font within; its word always stands beside it. */
export const verdictShapes: Readonly<Record<Verdict, string>> = {
  met: "✓",
  "at minimum": "▲",
  missed: "◆",
  "not rated": "–",
  undetermined: "?",
  held: "‖",
};

/** A4 less its margins, in twentieths of a point: 170 mm. */
export const textWidth = 9638;

/** Points as twentieths of a point. */
export const twips = (points: number): number => Math.round(points * 20);
