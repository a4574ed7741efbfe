import type { WriteSheet } from "hucre/xlsx";
import type { CreditLineReport, CreditReport, CreditStep } from "../../engine/report/credits/credit-report.ts";
import type { Report } from "../../engine/report/report.ts";
import { type Doing, doingOf, exactOf } from "./credit-step.ts";
import { type Column, tableSheet, type Value } from "./sheet.ts";

const money = "#,##0.00";
const exact = "#,##0.00########";

/** The sheets of the credits; none where there is no plan. Steps make lines, lines make the credit, all by formula. */
export function creditSheets({ credits = [] }: Report): readonly WriteSheet[] {
  if (credits.length === 0) return [];
  const placed = place(credits);
  return [
    tableSheet({ name: "Credits", columns: lineColumns, rows: placed.map(lineRow) }),
    tableSheet({ name: "Credit steps", columns: stepColumns, rows: placed.flatMap(stepRows) }),
    tableSheet({ name: "Credit sums", columns: sumColumns, rows: sumRows(credits, placed) }),
    tableSheet({ name: "Weights", columns: weightColumns, rows: credits.flatMap(weightRows) }),
    tableSheet({ name: "Credit stages", columns: stageColumns, rows: credits.flatMap(stageRows) }),
  ];
}

interface Placed {
  readonly credit: CreditReport;
  readonly line: CreditLineReport;
  /** The row of its first step in their sheet. */
  readonly first: number;
  readonly doings: readonly Doing[];
}

function place(credits: readonly CreditReport[]): readonly Placed[] {
  let next = 2;
  return credits.flatMap((credit) =>
    credit.lines.map((line) => {
      const first = next;
      next += line.steps.length;
      return { credit, line, first, doings: doings(line) };
    }),
  );
}

function doings({ steps }: CreditLineReport): readonly Doing[] {
  return steps.map((step, index) => {
    const before = steps[index - 1];
    return doingOf(step, before === undefined ? null : exactOf(before.exact));
  });
}

/** By which formulas find the lines of a plan in a month. */
const keyOf = ({ plan, month }: CreditReport): string => `${plan}/${month}`.replace(/[*?~]/g, "_");

const lineColumns: readonly Column[] = [
  { head: "Plan and month", width: 28 },
  { head: "Amount", width: 14, format: money },
  { head: "Gives before limits", width: 16, format: exact },
  { head: "Currency", width: 10 },
  { head: "Service level", width: 38 },
  { head: "Group", width: 22 },
  { head: "State", width: 16 },
  { head: "Figure", width: 12 },
  { head: "Why it gives nothing", width: 50 },
  { head: "Steps", width: 8, format: "0" },
];

function lineRow({ credit, line, first }: Placed): readonly Value[] {
  const last = line.steps.at(-1);
  const gives: Value =
    last === undefined
      ? 0
      : { formula: `'Credit steps'!F${first + line.steps.length - 1}`, value: exactOf(last.exact) };
  return [
    keyOf(credit),
    Number(line.amount.value),
    gives,
    credit.currency,
    line.levelTitle,
    line.group,
    line.state,
    line.figure,
    line.reason,
    line.steps.length,
  ];
}

const stepColumns: readonly Column[] = [
  { head: "Plan and month", width: 28 },
  { head: "Service level", width: 38 },
  { head: "Step", width: 60 },
  { head: "Factor, share or limit", width: 18, format: "0.########" },
  { head: "Of the amount", width: 16, format: exact },
  { head: "Amount after it", width: 18, format: exact },
];

const stepRows = ({ credit, line, first, doings: own }: Placed): readonly (readonly Value[])[] =>
  line.steps.map((step, index) => {
    const doing = own[index] ?? { kind: "is", by: exactOf(step.exact), of: null };
    const title = line.group === null ? line.levelTitle : `${line.levelTitle}, ${line.group}`;
    return [
      keyOf(credit),
      title,
      step.sentence,
      doing.by,
      doing.of,
      stepValue(doing, first + index, exactOf(step.exact)),
    ];
  });

function stepValue(doing: Doing, row: number, value: number): Value {
  const formulas = {
    share: `D${row}*E${row}`,
    times: `F${row - 1}*D${row}`,
    "at most": `MIN(F${row - 1},D${row})`,
    is: `D${row}`,
  };
  return { formula: formulas[doing.kind], value };
}

const sumColumns: readonly Column[] = [
  { head: "Plan and month", width: 28 },
  { head: "Step", width: 70 },
  { head: "Amount after it", width: 18, format: exact },
  { head: "Currency", width: 10 },
];

/** From the lines to the credit, what became of it, and the credit as reported beside the one recomputed. */
function sumRows(credits: readonly CreditReport[], placed: readonly Placed[]): readonly (readonly Value[])[] {
  const rows: (readonly Value[])[] = [];
  for (const credit of credits) {
    const key = keyOf(credit);
    const own = placed.filter((each) => each.credit === credit);
    for (const step of credit.afterwards)
      rows.push([key, step.sentence, afterward(step, { key, own, row: rows.length + 2 }), credit.currency]);
    const difference = { formula: `C${rows.length + 1}-${Number(credit.credit.value)}`, value: 0 };
    if (credit.afterwards.length > 0)
      rows.push([key, `Difference from the credit as reported, ${credit.credit.text}`, difference, credit.currency]);
    for (const step of credit.settlement) rows.push([key, step.sentence, exactOf(step.exact), credit.currency]);
  }
  return rows;
}

interface Context {
  readonly key: string;
  readonly own: readonly Placed[];
  readonly row: number;
}

/** The sum and its rounding as formulas where they are no more than that; limits and offsets as their exact numbers. */
function afterward(step: CreditStep, { key, own, row }: Context): Value {
  const value = exactOf(step.exact);
  const sum = own.reduce((all, { line }) => all + exactOf(line.steps.at(-1)?.exact ?? "0"), 0);
  const isMoney = own.every(({ line, credit }) => line.steps.length === 0 || line.gives.endsWith(credit.currency));
  if (step.stage === 10 && isMoney && Math.abs(sum - value) < 1e-6)
    return { formula: `SUMIF(Credits!A:A,"${key.replaceAll('"', '""')}",Credits!C:C)`, value };
  const [, places] = /^Rounded once, half up, to (\d+) places/.exec(step.sentence) ?? [];
  return places === undefined ? value : { formula: `ROUND(C${row - 1},${places})`, value };
}

const weightColumns: readonly Column[] = [
  { head: "Plan and month", width: 28 },
  { head: "Service level", width: 38 },
  { head: "Category", width: 20 },
  { head: "Weight", width: 10, format: "0.00##%" },
  { head: "Weights of the plan together", width: 16, format: "0.00##%" },
  { head: "Set by", width: 24 },
  { head: "Since", width: 18 },
  { head: "Notice given", width: 18 },
  { head: "Reason", width: 60 },
];

function weightRows(credit: CreditReport): readonly (readonly Value[])[] {
  const { weights } = credit;
  if (weights === null) return [];
  const key = keyOf(credit);
  const sum = weights.shares.reduce((all, { value }) => all + value, 0);
  return weights.shares.map(({ levelTitle, category, value }) => [
    key,
    levelTitle,
    category,
    value,
    { formula: `SUMIF(A:A,"${key.replaceAll('"', '""')}",D:D)`, value: sum },
    weights.setBy,
    weights.since,
    weights.noticeGiven,
    weights.reason,
  ]);
}

const stageColumns: readonly Column[] = [
  { head: "Plan and month", width: 28 },
  { head: "Stage", width: 8, format: "0" },
  { head: "What", width: 22 },
  { head: "Rule", width: 24 },
  { head: "Goes in", width: 70 },
  { head: "Comes out", width: 70 },
];

const stageRows = (credit: CreditReport): readonly (readonly Value[])[] =>
  credit.trace.map(({ stage, name, rule, inputs, result }) => [keyOf(credit), stage, name, rule, inputs, result]);
