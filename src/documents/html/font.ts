import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const folder = "@fontsource-variable/inter/files";

const latin =
  "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";
const latinExtended =
  "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF";

/** Inter as rules of a style sheet, its files within; letters such as `ł` bring their own file only where they occur. */
export function fontFaces(text: string): string {
  const faces = [face("latin", latin)];
  if (/[\u0100-\u02ff\u1e00-\u1eff]/.test(text)) faces.push(face("latin-ext", latinExtended));
  return faces.join("\n");
}

function face(subset: string, range: string): string {
  const bytes = readFileSync(require.resolve(`${folder}/inter-${subset}-wght-normal.woff2`));
  const source = `url(data:font/woff2;base64,${bytes.toString("base64")}) format("woff2")`;
  return `@font-face{font-family:"Inter Variable";font-style:normal;font-weight:100 900;font-display:block;src:${source};unicode-range:${range}}`;
}
