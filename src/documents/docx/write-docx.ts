import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Document, Header, Packer, type PageNumberEstimator, Paragraph } from "docx";
import { estimatePageNumbersWith } from "docx/layout";
import type { Report } from "../../engine/report/report.ts";
import { pageData } from "../pdf/page-data.ts";
import { changes } from "./changes.ts";
import { chapters } from "./chapters.ts";
import { credits } from "./credits.ts";
import { dashes, documentStyles, family } from "./document-style.ts";
import { front } from "./front.ts";
import { level } from "./level.ts";
import { marksOf } from "./marks.ts";
import { runningFoot, runningHead } from "./running.ts";
import { scorecard } from "./scorecard.ts";
import { settle } from "./settle.ts";

/**
 * The report as a Word document: the chapters of the PDF in its order, in styles that can be changed, its font within.
 * Every text is a text, never a field or markup. Dated by its period: the same report, the same bytes.
 */
export async function writeDocx(report: Report): Promise<Uint8Array> {
  const data = pageData(report);
  const marks = marksOf(data);
  const foot = runningFoot(data);
  let guesses = 0;
  const watched: PageNumberEstimator = (body, context) => {
    const pages = estimate(body, context);
    guesses = pages.guesses?.length ?? 0;
    return pages;
  };
  const document = new Document({
    title: data.title,
    subject: data.answer,
    creator: data.contract.supplier,
    description: data.because,
    lastModifiedBy: data.contract.supplier,
    styles: documentStyles,
    numbering: { config: [dashes] },
    fonts: [{ name: family, data: face("400Regular/Inter_400Regular"), bold: face("600SemiBold/Inter_600SemiBold") }],
    pageNumbers: watched,
    sections: [
      {
        properties: { titlePage: true, page: paper },
        headers: { default: runningHead(data), first: new Header({ children: [new Paragraph({ style: "Side" })] }) },
        footers: { default: foot, first: foot },
        children: [
          ...front(data, marks),
          ...scorecard(data, marks),
          ...credits(data),
          ...data.levels.flatMap((each) => level(each, marks)),
          ...changes(data),
          ...chapters(data),
        ],
      },
    ],
  });
  const bytes = await Packer.toBuffer(document);
  return settle(bytes, { date: report.period.until, pages: guesses > 0 ? "guessed" : "certain" });
}

/** Lays the pages out as Word does; what it cannot, such as a script that the font has not, it guesses. */
const estimate = estimatePageNumbersWith({ guess: true });

const paper = {
  size: { width: "210mm", height: "297mm" },
  margin: { left: "20mm", right: "20mm", top: "24mm", bottom: "22mm", header: "12mm", footer: "11mm" },
} as const;

const require = createRequire(import.meta.url);
const face = (name: string): Buffer => readFileSync(require.resolve(`@expo-google-fonts/inter/${name}.ttf`));
