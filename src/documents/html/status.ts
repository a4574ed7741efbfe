import type { Verdict } from "../../engine/agreement/words.ts";
import { html, type Markup, trusted } from "./markup.ts";

/** The shape of each verdict within 12 by 12; a shape and a word always stand with the colour. */
const shapes: Readonly<Record<Verdict, string>> = {
  met: '<circle cx="6" cy="6" r="5.2" fill="none" stroke="currentColor" stroke-width="1.3"/><path d="M3.6 6.2l1.7 1.7 3.2-3.6" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round"/>',
  "at minimum":
    '<path d="M6 1.2L11.2 10.6H.8z" fill="none" stroke="currentColor" stroke-width="1.3" stroke-linejoin="round"/><path d="M3.35 6.2h5.3l2.3 4.2H1.05z" fill="currentColor"/>',
  missed: '<path d="M6 .4L11.6 6 6 11.6.4 6z" fill="currentColor"/>',
  "not rated":
    '<circle cx="6" cy="6" r="5.2" fill="none" stroke="currentColor" stroke-width="1.3"/><path d="M3.6 6h4.8" stroke="currentColor" stroke-width="1.4" stroke-linecap="round"/>',
  undetermined:
    '<circle cx="6" cy="6" r="5.2" fill="none" stroke="currentColor" stroke-width="1.3" stroke-dasharray="2.2 1.4"/><path d="M4.6 4.7a1.45 1.45 0 1 1 2.1 1.3c-.5.25-.7.5-.7 1" fill="none" stroke="currentColor" stroke-width="1.15" stroke-linecap="round"/><circle cx="6" cy="8.7" r=".75" fill="currentColor"/>',
  held: '<rect x=".8" y=".8" width="10.4" height="10.4" rx="2" fill="none" stroke="currentColor" stroke-width="1.3"/><path d="M4.4 3.6v4.8M7.6 3.6v4.8" stroke="currentColor" stroke-width="1.5"/>',
};

/** The class that colours a verdict. */
export const verdictClass: Readonly<Record<Verdict, string>> = {
  met: "v-met",
  "at minimum": "v-min",
  missed: "v-miss",
  "not rated": "v-none",
  undetermined: "v-unk",
  held: "v-unk",
};

/** The shape alone, where the word stands elsewhere in the row. */
export const shape = (verdict: Verdict): Markup =>
  html`<svg class="shape ${verdictClass[verdict]}" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">${trusted(shapes[verdict])}</svg>`;

/** The shape inside another drawing, centred on a point. */
export const shapeAt = (verdict: Verdict, x: number, y: number): Markup =>
  html`<g class="${verdictClass[verdict]}" transform="translate(${x - 6} ${y - 6})"><circle cx="6" cy="6" r="6.6" class="under"/>${trusted(shapes[verdict])}</g>`;

/** Shape and word. */
export const status = (verdict: Verdict): Markup =>
  html`<span class="status ${verdictClass[verdict]}">${shape(verdict)}<span>${verdict}</span></span>`;
