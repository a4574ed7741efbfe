import type { FileChild, Table } from "docx";
import type { PageData } from "../pdf/page-data.ts";
import { type Cell, plainTable } from "./table.ts";
import { heading, headingWith, line, say } from "./text.ts";

type Credit = PageData["credits"][number];
type Details = NonNullable<Credit["details"]>;
type CreditLine = Details["lines"][number];

/** What is credited, by plan: each line with its amount first and then why, down to what became of it. */
export const credits = ({ credits: plans }: PageData): readonly FileChild[] =>
  plans.length === 0 ? [] : [heading(1, "Credits"), ...plans.flatMap(plan)];

const plan = ({ title, side, amount, status, answer, settled, details }: Credit): readonly FileChild[] => [
  headingWith(title, side),
  line([say(amount, "Amount"), say("   "), say(status, "Muted")], { keepNext: details !== null }),
  ...(details === null ? [] : [line([say(answer)])]),
  ...(settled === null ? [] : [line([say("Settled now: "), say(settled, "Strong"), say(".")])]),
  ...(details === null ? [] : detailed(details)),
];

const detailed = ({ lines, sums, bases, weights, lists, year }: Details): readonly FileChild[] => [
  ...(lines.length === 0
    ? []
    : [headingWith("Lines", "each from its first amount to what it gives"), lineTable(lines)]),
  ...sums.flatMap(({ title, rows }) => [heading(2, title), stepTable(rows)]),
  ...(bases.length === 0 ? [] : [heading(2, "Bases"), baseTable(bases)]),
  ...(weights === null ? [] : [headingWith("Weights", weights.total), line([say(weights.said)], { keepNext: true })]),
  ...(weights === null ? [] : [weightTable(weights.rows)]),
  ...lists.flatMap(({ title, lines: said }) => [
    heading(2, title),
    ...said.map((each) =>
      line([say(each)], { style: "ListItem", numbering: { reference: "dashes", level: 0, custom: true } }),
    ),
  ]),
  ...(year.length < 2 ? [] : [heading(2, "The contract year so far"), yearTable(year)]),
];

const lineTable = (lines: readonly CreditLine[]): Table =>
  plainTable({
    widths: [96, 264, 120],
    sides: ["right", "left", "right"],
    head: ["Amount", "Service level and why", "After each step"],
    rows: lines.map(lineRow),
  });

const lineRow = ({ amount, title, state, steps, reason }: CreditLine): readonly Cell[] => [
  [[say(amount, "Strong")]],
  [
    [say(title, "Strong"), say(` ${state}`, "Muted")],
    ...steps.map(([sentence]) => [say(sentence, "Muted")]),
    ...(reason === null ? [] : [[say(reason, "Muted")]]),
  ],
  [[], ...steps.map(([, gives]) => [say(gives, "Muted")])],
];

const stepTable = (rows: readonly (readonly [string, string])[]): Table =>
  plainTable({
    widths: [360, 120],
    sides: ["left", "right"],
    head: ["Step", "Amount after it"],
    rows: rows.map(([sentence, gives], index) => [
      [[say(sentence)]],
      [[index === rows.length - 1 ? say(gives, "Strong") : say(gives)]],
    ]),
  });

const baseTable = (rows: Details["bases"]): Table =>
  plainTable({
    widths: [110, 270, 100],
    sides: ["left", "left", "right"],
    head: ["Base", "Made of", "Amount"],
    rows: rows.map((cells) => cells.map(textCell)),
  });

const weightTable = (rows: readonly (readonly string[])[]): Table =>
  plainTable({
    widths: [380, 100],
    sides: ["left", "right"],
    head: ["Service level", "Weight"],
    rows: rows.map((cells) => cells.map(textCell)),
  });

const yearTable = (rows: Details["year"]): Table =>
  plainTable({
    widths: [380, 100],
    sides: ["left", "right"],
    head: ["Month", "Credit"],
    rows: rows.map((cells) => cells.map(textCell)),
  });

const textCell = (text: string): Cell => [[say(text)]];
