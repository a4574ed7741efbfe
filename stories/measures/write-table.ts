import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { libraryShapes } from "../../src/wire/library/library.ts";
import { type Case, families, type Row, rowsOf, type YamlMap } from "./row.ts";

export const tableFile = join(import.meta.dirname, "..", "..", "docs", "measures.md");

/** The text of `docs/measures.md`, made from the ready service levels and the rows that are tested. */
export function tableText(): string {
  return [
    intro,
    libraryTable(),
    ...families.map(([family, title]) => familyTable(title, rowsOf(family))),
    limits(families.flatMap(([family]) => rowsOf(family))),
  ].join("\n");
}

const intro = `# Measures

What contracts measure, and how it is said here. Every row is held to a test: its level is read as a contract is read,
judged on a few records, and must come to the exact figure and verdict shown. The records and the arithmetic stand in
\`stories/measures/rows\`; this page is written by \`node stories/measures/write-table.ts\`.

Times are shown in seconds. A level that counts something bad, such as errors, says what is bad under \`good\` and
promises \`at most\`.
`;

function libraryTable(): string {
  const lines = libraryShapes.map(({ id, means, parameters }) =>
    line([linkTo(id), means, parameters.map(({ name }) => code(name)).join(" ")]),
  );
  const head = table(["Shape", "When to use it", "To change"]);
  return `## A library to start from\n\n\`underpin new <shape> --expected "at least 97%"\` writes one of these with other terms.\n\n${head}${lines.join("")}`;
}

function familyTable(title: string, rows: readonly Row[]): string {
  const lines = rows.map((row) =>
    line([row.id, row.measures, row.shape ? linkTo(row.shape) : "-", saying(row), proof(row)]),
  );
  return `## ${title}\n\n${table(["Id", "What is measured", "Shape", "How it is said", "Proven"])}${lines.join("")}`;
}

/** The terms of each level of a row, the fields a contract must define for it, and what is left to others. */
function saying({ cases = [], contract, note, cannot }: Row): string {
  const levels = [...new Set(cases.map(({ level }) => code(termsOf(level))))];
  const fields = Object.keys((contract as Fields)?.definitions?.fields ?? {});
  const defined = fields.length === 0 ? [] : [`With ${code(`definitions.fields: ${fields.join(", ")}`)}.`];
  const reason = cannot === undefined ? [] : [`Not said. ${cannot}`];
  return [...levels, ...defined, ...(note === undefined ? [] : [note]), ...reason].join("<br>");
}

type Fields = { readonly definitions?: { readonly fields?: YamlMap } } | undefined;

const termsOf = (level: YamlMap): string =>
  Object.entries(level)
    .map(([name, value]) => `${name}: ${flow(value)}`)
    .join("; ");

const flow = (value: unknown): string =>
  stringify(value, {
    collectionStyle: "flow",
    lineWidth: 0,
    flowCollectionPadding: false,
    aliasDuplicateObjects: false,
    schema: "failsafe",
  }).trim();

const proof = ({ cases = [] }: Row): string =>
  cases.map(({ figure, verdict }: Case) => (figure === "none" ? verdict : `${figure} ${verdict}`)).join("<br>") || "-";

function limits(rows: readonly Row[]): string {
  const none = rows.filter(({ cannot }) => cannot !== undefined);
  const some = rows.filter(({ cannot, note }) => cannot === undefined && note !== undefined);
  return [
    "## What is not said",
    "",
    `Of ${rows.length} measures ${rows.length - none.length} are said; ${some.length} of them leave a part to a mapping, to a credit plan or to the tool, as their row says.`,
    "",
    ...none.map(({ id, measures, cannot }) => `- **${id}, ${measures.toLowerCase()}.** ${cannot}`),
    "",
  ].join("\n");
}

const linkTo = (shape: string): string => `[${shape}](../examples/library/${shape}.yaml)`;
const code = (text: string): string => `\`${text}\``;
const line = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |\n`;
const table = (heads: readonly string[]): string =>
  line(heads) + line(heads.map(() => "---")).replaceAll(" --- ", "---");

if (import.meta.main) writeFileSync(tableFile, tableText());
