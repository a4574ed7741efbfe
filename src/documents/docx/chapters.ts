import type { FileChild } from "docx";
import type { PageData } from "../pdf/page-data.ts";
import { colours } from "./look.ts";
import { type Cell, plainTable } from "./table.ts";
import { coloured, heading, headingWith, line, say } from "./text.ts";

/** What stands behind the figures: what is odd, every row that was read, which time counted, words, and how it was made. */
export const chapters = (data: PageData): readonly FileChild[] => [
  ...findings(data),
  ...completeness(data),
  ...calendars(data),
  ...glossary(data),
  ...colophon(data),
];

const findings = ({ findings: lines }: PageData): readonly FileChild[] => [
  heading(1, "Findings"),
  lines.length === 0
    ? line([say("Nothing odd was found in the data or in the agreement.")])
    : plainTable({
        widths: [50, 230, 156, 44],
        sides: ["left", "left", "left", "right"],
        head: ["Weight", "Finding", "Where first", "Times"],
        rows: lines.map(({ weight, sentence, code, where, count }) => [
          [[weight === "error" ? say(weight, "Strong") : say(weight)]],
          [[say(sentence)], [say(code, "Quiet")]],
          [[say(where)]],
          [[say(count)]],
        ]),
      }),
];

function completeness({ files, allFiles }: PageData): readonly FileChild[] {
  const title = heading(1, "Completeness");
  if (files.length === 0) return [title, line([say("No files were read.")])];
  const open = files.filter(({ adds }) => !adds).map(({ file }) => file);
  const said =
    open.length === 0 ? "Every row that was read is accounted for." : `Rows do not add up in ${open.join(", ")}.`;
  return [
    title,
    line([say(said)], { keepNext: true }),
    plainTable({
      widths: [150, 55, 55, 55, 60, 55, 50],
      sides: ["left", "right", "right", "right", "right", "right", "right"],
      head: ["File", "Rows", "Used", "Repeated", "Held back", "Left out", "Adds up"],
      rows: [...files.map((file) => fileRow(file, "one")), fileRow(allFiles, "all")],
    }),
  ];
}

function fileRow({ file, cells, adds }: PageData["allFiles"], which: "one" | "all"): readonly Cell[] {
  const look = which === "all" ? "Strong" : undefined;
  return [
    ...[file, ...cells].map((cell): Cell => [[say(cell, look)]]),
    [[adds ? say("yes", look) : coloured("no", colours.miss)]],
  ];
}

const calendars = ({ calendars: lines }: PageData): readonly FileChild[] => [
  heading(1, "Calendars"),
  ...lines.flatMap(({ title, hours, open, special }) => [
    headingWith(title, `${open} of service time`),
    line([say(hours)]),
    special.length === 0
      ? line([say("No special days in this period.")], { style: "Side" })
      : plainTable({
          widths: [100, 300, 80],
          sides: ["left", "left", "right"],
          head: ["Day", "Name", "Open"],
          rows: special.map((day) => [[[say(day.day)]], [[say(day.name)]], [[say(day.open)]]]),
        }),
  ]),
];

const glossary = ({ glossary: words }: PageData): readonly FileChild[] => [
  heading(1, "Glossary"),
  ...words.map(({ word, meaning }) => line([say(word, "Strong"), say(". "), say(meaning, "Muted")])),
];

const colophon = ({ made }: PageData): readonly FileChild[] => [
  heading(1, "How this report was made"),
  line([
    say(
      `${made.engine}, time zone data ${made.zoneData}, as known on ${made.asKnown}. The same agreement and the same records make the same report, byte for byte.`,
    ),
  ]),
  ...made.zones.map(({ id, version, fingerprint }) =>
    line([say(`${id}, version ${version}, transitions ${fingerprint}`)], { style: "Side" }),
  ),
];
