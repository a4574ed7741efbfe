import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Change, State } from "../../src/engine/record/record.ts";
import { findingSentence } from "../../src/engine/report/words/finding-words.ts";
import { instant } from "../../src/engine/time/instant.ts";
import { type Intake, takeIn } from "../../src/intake/intake.ts";
import type { Mapping } from "../../src/wire/mapping/mapping.ts";
import { readMappings } from "../../src/wire/mapping/read-mappings.ts";
import { table } from "./table.ts";

const file = join(import.meta.dirname, "..", "..", "examples", "mappings", "servicenow-incidents.yaml");

/** The shipped mapping as it stands, and what it makes of a few rows of an invented service desk. */
export async function mappingExample(): Promise<{
  readonly yaml: string;
  readonly rows: string;
  readonly made: string;
}> {
  const yaml = readFileSync(file, "utf8");
  const mapping = readMappings({ name: file, text: yaml }).mappings["servicenow-incidents"];
  if (mapping === undefined) throw new Error("the shipped mapping cannot be read");
  const intake = await takeIn({
    source: { bytes: new TextEncoder().encode(wholeFile(mapping)), name: "incidents.csv" },
    mapping,
    learned: instant(0),
  });
  return {
    yaml,
    rows: table(
      ["Row", ...shown],
      rows.map((row, index) => [String(index + 1), ...row]),
    ),
    made: madeOf(intake),
  };
}

const shown = ["number", "incident_state", "sys_updated_at", "sys_mod_count", "opened_at", "category", "priority"];

const rows: readonly (readonly string[])[] = [
  ["INC0001", "New", "2/3/2026 09:05", "0", "2/3/2026 09:00", "Claims", "2 - High"],
  ["INC0001", "Active", "2/3/2026 09:20", "1", "2/3/2026 09:00", "Claims", "2 - High"],
  ["INC0001", "Awaiting User Info", "2/3/2026 10:00", "2", "2/3/2026 09:00", "Claims", "2 - High"],
  ["INC0001", "Awaiting User Info", "2/3/2026 10:00", "2", "2/3/2026 09:00", "Claims", "2 - High"],
  ["INC0001", "Active", "2/3/2026 11:30", "3", "2/3/2026 09:00", "Claims", "1 - Critical"],
  ["INC0001", "Resolved", "2/3/2026 12:15", "4", "2/3/2026 09:00", "Claims", "1 - Critical"],
  ["INC0002", "New", "2/3/2026 09:40", "0", "2/3/2026 09:40", "Portal", "5 - Planning"],
];

/** The rows with every column that the mapping reads or ignores; those that are not shown say nothing. */
function wholeFile(mapping: Mapping): string {
  const columns = [...shown, "caller_id", "location", "assignment_group", "contact_type", "closed_code", "problem_id"];
  const all = [...columns, "caused_by", "made_sla", ...mapping.ignore];
  const lines = rows.map((row) => all.map((_, index) => row[index] ?? "?").join(","));
  return [all.join(","), ...lines, ""].join("\n");
}

function madeOf({ facts, findings, account }: Intake): string {
  const events = facts.flatMap(({ id, events: all }) =>
    all.map(({ happened, source, change }) => [id, timeOf(happened), said(change), String(source.row)]),
  );
  const odd = findings.map((one) => [
    one.source?.row ? String(one.source.row) : "-",
    `\`${one.code}\``,
    findingSentence(one),
  ]);
  const { rows: total, used, repeated, held, left } = account;
  return [
    "The records that come of it, in UTC:\n",
    table(["Record", "When", "What happened", "Row"], events),
    "What was odd:\n",
    table(["Row", "Finding", "What it says"], odd),
    `The account of the file: ${total} rows = ${used} used + ${repeated} repeated + ${held} held + ${left} left.\n`,
  ].join("\n");
}

const timeOf = (at: number): string => new Date(at * 1000).toISOString().slice(0, 16).replace("T", " ");

function said(change: Change): string {
  if (change.kind === "field") return `${change.field} is ${change.value ?? "no longer known"}`;
  if (change.kind === "state") return `state: ${stateSaid(change.state)}`;
  return change.kind === "moment" ? `moment: ${change.moment}` : change.kind;
}

const stateSaid = (state: State): string => {
  if (state.kind === "open") return state.name;
  return state.kind === "waiting" ? `waiting for ${state.reason}` : state.kind;
};
