import type { FileChild } from "docx";
import type { PageData } from "../pdf/page-data.ts";
import { plainTable } from "./table.ts";
import { heading, headingWith, line, say } from "./text.ts";

/** What changed in the agreement, and what is signed and coming: when, by whom, why, before and after. */
export const changes = ({ changes: lines }: PageData): readonly FileChild[] =>
  lines.length === 0 ? [] : [heading(1, "What changed in the agreement"), ...lines.flatMap(change)];

const change = ({ title, side, said, source, rows }: PageData["changes"][number]): readonly FileChild[] => [
  side === "" ? heading(2, title) : headingWith(title, side),
  line([say(said)], { keepNext: true }),
  rows.length === 0
    ? line([say("No term that this report measures or states reads otherwise.")], { style: "Side" })
    : plainTable({
        widths: [150, 110, 110, 110],
        head: ["Of", "Term", "Before", "After"],
        rows: rows.map((cells) => cells.map((cell, index) => [[index === 3 ? say(cell, "Strong") : say(cell)]])),
      }),
  line([say(source)], { style: "Side", spacing: { before: 60 } }),
];
