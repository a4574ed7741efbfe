import type { ActivityName } from "./activity-names.ts";
import type { Approval, Doer, Matrix, MatrixRow, Segregation } from "./matrix.ts";

const heads = ["Step", "Activity", "Inputs", "Outputs", "R", "A", "S", "C", "I", "Approval, segregation"] as const;

/** The matrix as a Markdown table: a head and a row an activity. */
export function matrixMarkdown(matrix: Matrix): string {
  const [head, ...rows] = matrixCells(matrix);
  const lines = [head ?? [], heads.map(() => "---"), ...rows];
  return lines.map((cells) => `|${cells.map(markdownCell).join("|")}|\n`).join("");
}

/** The matrix as the cells of a sheet: a head and a row an activity. */
export const matrixCells = (matrix: Matrix): readonly (readonly string[])[] => [heads, ...matrix.map(cellsOf)];

const markdownCell = (text: string): string => (text === "" ? " " : ` ${text.replaceAll("|", "\\|")} `);

const cellsOf = (row: MatrixRow): readonly string[] => [
  row.step,
  row.activity,
  row.inputs.join(", "),
  row.outputs.join(", "),
  responsibleText(row),
  row.accountable,
  row.supporting.join(", "),
  row.consulted.join(", "),
  row.informed.join(", "),
  rulesText(row),
];

/** `System for PM`, `CA and CON`, `SLM (or System for SLM)`. */
export function responsibleText({ responsible, doneBy, jointly }: MatrixRow): string {
  const roles = responsible.join(jointly ? " and " : ", ");
  const by: Readonly<Record<Doer, string>> = {
    "a person": roles,
    "the system": `System for ${roles}`,
    "a person or the system": `${roles} (or System for ${roles})`,
  };
  return by[doneBy];
}

/** Approval, segregation and what else must hold: `A, other than R`, `reason required`. */
export function rulesText(row: MatrixRow): string {
  const kept = [approvalWords[row.approval], ...row.segregation.map((rule) => segregationText(rule, row))];
  const demands = [
    row.noticeRules ? "notice rules" : "",
    row.reasonRequired ? "reason required" : "",
    row.counterSigned ? "counter-signed minutes" : "",
    row.evidenceRequired ? "refused without evidence" : "",
  ];
  return [kept.filter((text) => text !== "").join(", "), ...demands].filter((text) => text !== "").join("; ");
}

const approvalWords: Readonly<Record<Approval, string>> = {
  none: "",
  accountable: "A",
  "both parties": "both parties",
  "where closed": "A where a period is closed",
  "above materiality": "both parties above the materiality limit",
};

/** Who did what is answered. */
const whoDid: Readonly<Partial<Record<ActivityName, string>>> = {
  "claim relief": "claimant",
  "dispute a credit": "the one disputing",
};

function segregationText(rule: Segregation, row: MatrixRow): string {
  const words: Readonly<Record<Segregation, string>> = {
    "other than responsible": "other than R",
    "other party": row.answers === null ? "other party" : `other party than ${whoDid[row.answers] ?? row.answers}`,
    "never one person": "never one person",
    "never for oneself": "never for oneself",
    "holds no other role": `${row.responsible.join(", ")} holds no other role`,
  };
  return words[rule];
}
