import {
  Bookmark,
  HeadingLevel,
  InternalHyperlink,
  type IParagraphOptions,
  PageReference,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from "docx";
import type { Verdict } from "../../engine/agreement/words.ts";
import { verdictColours, verdictShapes } from "./look.ts";

export type Part = ParagraphChild;
export type Look = "Quiet" | "Muted" | "Strong" | "Accent" | "Amount";

/** Text, in the look of a character style of the document. */
export const say = (text: string, look?: Look): Part =>
  new TextRun({ text: clean(text), ...(look === undefined ? {} : { style: look }) });

export const coloured = (text: string, color: string, size?: number): Part =>
  new TextRun({ text: clean(text), color, bold: true, ...(size === undefined ? {} : { size }) });

/** Shape and word of a verdict. */
export const status = (verdict: Verdict): readonly Part[] => [
  new TextRun({
    text: `${verdictShapes[verdict]}\u00a0${verdict.replace(" ", "\u00a0")}`,
    color: verdictColours[verdict],
    bold: true,
  }),
];

/** A paragraph in a style of the document. */
export const line = (parts: readonly Part[], options: Omit<IParagraphOptions, "children" | "text"> = {}): Paragraph =>
  new Paragraph({ ...options, children: parts });

interface Place {
  readonly mark: string;
  readonly page: "new" | "running";
}

/** A heading of its own style; a bookmark makes it a place that links and page numbers find. */
export const heading = (level: 1 | 2, text: string, at?: Place): Paragraph =>
  line([at === undefined ? say(text) : new Bookmark({ id: at.mark, children: [say(text)] })], {
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    ...(at?.page === "new" ? { pageBreakBefore: true, spacing: { before: 0 } } : {}),
  });

/** A heading with a remark beside it. */
export const headingWith = (text: string, side: string): Paragraph =>
  line([say(text), say("  "), new TextRun({ text: clean(side), bold: false, style: "Quiet" })], {
    heading: HeadingLevel.HEADING_2,
  });

export const pageOf = (mark: string): Part => new PageReference(mark, { hyperlink: true });

export const linkTo = (mark: string, text: string): Part =>
  new InternalHyperlink({ anchor: mark, children: [new TextRun({ text: clean(text), style: "Hyperlink" })] });

/** Control characters are no part of XML; half a character is none. */
export const clean = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, " ");
