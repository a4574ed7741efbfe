import { type FileChild, HeadingLevel, TableOfContents } from "docx";
import type { PageData } from "../pdf/page-data.ts";
import { colours, verdictColours, verdictShapes } from "./look.ts";
import type { Marks } from "./marks.ts";
import { plainTable } from "./table.ts";
import { coloured, heading, line, type Part, pageOf, say, status } from "./text.ts";

/** The page that a director reads in a minute: the answer, whose it is, what was not met, what follows. */
export const front = (data: PageData, marks: Marks): readonly FileChild[] => [
  line([coloured(reference(data), colours.accent)]),
  line([say(data.contract.title, "Muted")]),
  line([say(data.answer)], { heading: HeadingLevel.TITLE }),
  line([say(data.because)], { style: "Lead" }),
  line(
    data.counts.flatMap(({ verdict, count }): readonly Part[] => [
      coloured(
        `${verdictShapes[verdict]}\u00a0${count}\u00a0${verdict.replace(" ", "\u00a0")}`,
        verdictColours[verdict],
      ),
      say("     "),
    ]),
  ),
  parties(data),
  ...notMet(data, marks),
  ...follows(data),
  line([say("Contents")], { style: "ContentsTitle" }),
  new TableOfContents("Contents", { hyperlink: true, headingStyleRange: "1-1" }),
];

const reference = ({ contract }: PageData): string =>
  contract.reference === null ? "Service level report" : `Service level report · ${contract.reference}`;

const parties = ({ contract, period }: PageData) =>
  plainTable({
    widths: [1, 1, 1.4, 0.9],
    head: ["Client", "Supplier", "Period", "All times in"],
    rows: [[[[say(contract.client)]], [[say(contract.supplier)]], [[say(period.written)]], [[say(period.zone)]]]],
  });

const notMet = ({ notMet: levels, of }: PageData, marks: Marks): readonly FileChild[] =>
  levels.length === 0
    ? []
    : [
        heading(1, "Not met, or not decided"),
        line([say(`${levels.length} of ${of} service levels`)], { style: "Side", keepNext: true }),
        plainTable({
          widths: [84, 360, 36],
          sides: ["left", "left", "right"],
          head: ["Verdict", "Service level and reason", "Page"],
          rows: levels.map(({ label, verdict, title, reason }) => [
            [status(verdict)],
            [[say(title, "Strong")], [say(reason, "Muted")]],
            [[pageOf(marks.of(label))]],
          ]),
        }),
      ];

const follows = ({ follows: lines }: PageData): readonly FileChild[] =>
  lines.length === 0
    ? []
    : [
        heading(1, "What follows"),
        line([say("as agreed, from this period and those before it")], { style: "Side", keepNext: true }),
        plainTable({
          widths: [110, 370],
          head: ["Opens", "Service level and reason"],
          rows: lines.map(({ opens, title, reason }) => [
            [[say(opens)]],
            [[say(title, "Strong")], [say(reason, "Muted")]],
          ]),
        }),
      ];
