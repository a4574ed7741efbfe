import { AlignmentType, type IStylesOptions, LevelFormat, LineRuleType } from "docx";
import { colours, twips } from "./look.ts";

/** The family that the document carries within. */
export const family = "Inter";

const based = { basedOn: "Normal", next: "Normal", quickFormat: true } as const;
const tight = { before: 0, after: 0, line: 252, lineRule: LineRuleType.AUTO } as const;
const spacing = (before: number, after: number) => ({ before: twips(before), after: twips(after) });
const heading = (size: number, before: number, after: number) => ({
  ...based,
  run: { size: size * 2, bold: true, color: colours.ink },
  paragraph: { spacing: spacing(before, after), keepNext: true, keepLines: true },
});

/** Styles by name, so that a reader can restyle the whole document in Word; sizes in half points. */
export const documentStyles: IStylesOptions = {
  default: {
    document: {
      run: {
        font: { ascii: family, hAnsi: family, eastAsia: family, cs: "Arial" },
        size: 18,
        color: colours.ink,
        language: { value: "en-GB" },
      },
      paragraph: { spacing: { after: twips(5), line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: {
      ...based,
      run: { size: 40, bold: true, color: colours.ink },
      paragraph: { spacing: { ...spacing(6, 8), line: 252, lineRule: LineRuleType.AUTO }, keepNext: true },
    },
    heading1: heading(14, 26, 7),
    heading2: heading(10, 13, 5),
    hyperlink: { run: { color: colours.accent, underline: { type: "none" } } },
  },
  paragraphStyles: [
    { id: "TableText", name: "Table Text", ...based, run: { size: 16 }, paragraph: { spacing: tight } },
    {
      id: "TableHead",
      name: "Table Head",
      basedOn: "TableText",
      run: { size: 15, bold: true, color: colours.muted },
      paragraph: { keepNext: true },
    },
    {
      id: "Lead",
      name: "Lead",
      ...based,
      run: { size: 20, color: colours.muted },
      paragraph: { spacing: spacing(0, 10) },
    },
    {
      id: "ChartText",
      name: "Chart Text",
      basedOn: "TableText",
      run: { size: 13, color: colours.muted },
      paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      id: "ListTitle",
      name: "List Title",
      ...based,
      run: { size: 16, color: colours.muted },
      paragraph: { spacing: spacing(6, 2), keepNext: true },
    },
    {
      id: "ListItem",
      name: "List Item",
      ...based,
      run: { size: 16 },
      paragraph: { spacing: { ...tight, after: twips(0.5) } },
    },
    {
      id: "Definition",
      name: "Definition",
      ...based,
      paragraph: {
        indent: { left: twips(9) },
        border: { left: { style: "single", size: 12, space: 6, color: colours.accent } },
        spacing: spacing(0, 4),
      },
    },
    {
      id: "Side",
      name: "Side",
      ...based,
      run: { size: 15, color: colours.faint },
      paragraph: { spacing: spacing(0, 3) },
    },
    { id: "ContentsTitle", name: "Contents Title", ...heading(14, 16, 7) },
    { id: "TOC1", name: "toc 1", ...based, run: { size: 17 }, paragraph: { spacing: { ...tight, after: twips(1) } } },
  ],
  characterStyles: [
    { id: "Quiet", name: "Quiet", run: { size: 15, color: colours.faint } },
    { id: "Muted", name: "Muted", run: { color: colours.muted } },
    { id: "Strong", name: "Strong", run: { bold: true } },
    { id: "Amount", name: "Amount", run: { size: 32, bold: true } },
    { id: "Accent", name: "Accent", run: { color: colours.accent, bold: true } },
  ],
};

/** The one kind of list: a dash. */
export const dashes = {
  reference: "dashes",
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: "–",
      alignment: AlignmentType.LEFT,
      style: {
        paragraph: { indent: { left: twips(10), hanging: twips(10) } },
        run: { font: family, color: colours.faint },
      },
    },
  ],
};
