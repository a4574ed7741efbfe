import { BorderStyle, Footer, Header, PageNumber, Paragraph, TabStopType, TextRun } from "docx";
import type { PageData } from "../pdf/page-data.ts";
import { colours, textWidth } from "./look.ts";
import { clean } from "./text.ts";

const right = [{ type: TabStopType.RIGHT, position: textWidth }];

/** Contract and period at the head of each page but the first. */
export const runningHead = ({ contract, period }: PageData): Header =>
  new Header({
    children: [
      new Paragraph({
        style: "Side",
        tabStops: right,
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 3, color: colours.line } },
        children: [new TextRun({ text: clean(contract.title) }), new TextRun({ text: `\t${clean(period.label)}` })],
      }),
    ],
  });

/** Whose report it is, and the page of all pages. */
export const runningFoot = ({ contract }: PageData): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: "Side",
        tabStops: right,
        children: [
          new TextRun({ text: clean(`${contract.supplier} for ${contract.client}`) }),
          new TextRun({ children: ["\tPage ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
