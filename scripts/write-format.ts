import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { creditEntry } from "../src/wire/credit-entries-file.ts";
import { disputeEntry, enteredEntry, reliefEntry } from "../src/wire/relief-file.ts";
import { agreementSections, linkedSections } from "./docs/agreement-sections.ts";
import { creditEntriesExample } from "./docs/credit-entries-example.ts";
import { factsExample } from "./docs/facts-example.ts";
import { sectionText } from "./docs/field-table.ts";
import * as words from "./docs/format-words.ts";
import { planChecks } from "./docs/plan-checks.ts";
import {
  closedFields,
  fieldsOfAllRecords,
  fieldTable,
  measureTable,
  momentTable,
  verdictTable,
} from "./docs/record-tables.ts";
import { ruleTables } from "./docs/rule-tables.ts";
import { quantityTable } from "./docs/written-as.ts";

export const formatFile = join(import.meta.dirname, "..", "docs", "format.md");

/** The text of `docs/format.md`: the reference of the agreement format, made from the schemas and the words of the program. */
export function formatText(): string {
  const rules = ruleTables();
  return [
    words.opening,
    words.wholeFormat,
    `## Quantities\n\n${quantityTable()}`,
    words.sections,
    ...agreementSections.map((section) => sectionText(section, linkedSections)),
    planChecks,
    words.measures,
    measureTable(),
    `A verdict is one of these:\n\n${verdictTable()}`,
    words.selections,
    `Records of every kind have ${fieldsOfAllRecords()}. Beside these, and beside \`definitions.fields\`:\n\n${fieldTable()}`,
    `${closedFields()}; services, components, priorities and offerings are ids of the contract; other fields take the words that the mapping gives.\n`,
    words.moments,
    momentTable(),
    words.rules,
    words.ofClocks,
    rules.clocks,
    words.ofLevels,
    rules.levels,
    words.ofCalendars,
    rules.calendars,
    words.facts,
    `\`\`\`yaml\n${factsExample}\`\`\`\n`,
    ...factSections.map((section) => sectionText(section, [])),
    words.creditEntries,
    `\`\`\`yaml\n${creditEntriesExample}\`\`\`\n`,
    sectionText(creditSection, []),
  ].join("\n");
}

const factSections = [
  { heading: "Relief", intro: "Entries of the list `relief`.", schema: reliefEntry },
  { heading: "Entered figures", intro: "Entries of the list `entered`.", schema: enteredEntry },
  {
    heading: "Disputes",
    intro:
      "Entries of the list `disputes`. A disputed result is held until the dispute is settled or withdrawn. It says what is disputed by a period, by records or by a time; where it says several of them, all must fit.",
    schema: disputeEntry,
  },
];

const creditSection = {
  heading: "Credit entries",
  intro:
    "Entries of the list `credit_entries`. Each says exactly one thing: a base with its amount, the amount of a level, facts, a flag, a claim, an event, a waiver or a dispute.",
  schema: creditEntry,
};

if (import.meta.main) writeFileSync(formatFile, formatText());
