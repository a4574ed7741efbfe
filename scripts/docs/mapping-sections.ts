import { z } from "zod";
import { meaningOf, sharedSchema } from "../../src/wire/agreement/meaning.ts";
import {
  cellRule,
  fieldRule,
  fileShape,
  mappingShape,
  recordRule,
  translatedCell,
} from "../../src/wire/mapping/mapping.ts";
import { messagesShape, momentShape, onlyWhen } from "../../src/wire/mapping/moments.ts";
import { stampsShape } from "../../src/wire/mapping/stamps.ts";
import { stateRule, stateWord } from "../../src/wire/mapping/states.ts";
import { type Linked, type Section, sectionText } from "./field-table.ts";
import { code, table } from "./table.ts";
import { writtenAs } from "./written-as.ts";

/** The tables of a mapping, each with the forms in which its values can be said. */
export function mappingSections(): string {
  return [
    sectionText(top, linked),
    sectionText(section("File", "`file`: how the file is written.", fileShape), linked),
    sectionText(section("Stamps", "`stamps`: how dates and times are written.", stampsShape), linked),
    forms("Record", "`record`: which record a row is about.", [...formsOf(cellRule), ...formsOf(recordRule)]),
    forms("Fields", "Entries of `fields`, each by the name of a field, and `flag`.", formsOf(fieldRule)),
    sectionText(
      section("Translated fields", "A field whose words become those of the contract.", translatedCell),
      linked,
    ),
    sectionText(section("States", "`states`: what the tool's states mean.", stateRule), linked),
    forms("State words", "What a word of the tool can mean.", formsOf(stateWord)),
    forms(
      "Moments",
      "Entries of `moments`, each by its name. A state is a word of this page, a reason of waiting or a word of the tool. What each moment is stands in [format.md](format.md#moments).",
      formsOf(momentShape),
    ),
    sectionText(section("Messages", "`messages`: who wrote a row that is a message.", messagesShape), linked),
    forms("Rows that are taken", "Entries of `only_when`; all of them must hold.", formsOf(onlyWhen)),
  ].join("\n");
}

const section = (heading: string, intro: string, schema: z.ZodObject): Section => ({ heading, intro, schema });

const top = section("Mapping", "Entries of `mappings`, each under its id.", mappingShape);

const linked: readonly Linked[] = [
  top,
  { heading: "File", schema: sharedSchema(fileShape) },
  { heading: "Stamps", schema: sharedSchema(stampsShape) },
  { heading: "Record", schema: sharedSchema(recordRule) },
  { heading: "Fields", schema: sharedSchema(fieldRule) },
  { heading: "States", schema: sharedSchema(stateRule) },
  { heading: "State words", schema: sharedSchema(stateWord) },
  { heading: "Moments", schema: sharedSchema(momentShape) },
  { heading: "Messages", schema: sharedSchema(messagesShape) },
  { heading: "Rows that are taken", schema: sharedSchema(onlyWhen) },
];

type Form = readonly [written: string, means: string];

function forms(heading: string, intro: string, all: readonly Form[]): string {
  return `### ${heading}\n\n${intro}\n\n${table(["Written", "Means"], all)}`;
}

/** Each way of saying a value, with what it says. */
function formsOf(union: z.ZodUnion): readonly Form[] {
  return union.options.flatMap((option): readonly Form[] => {
    const { means } = meaningOf(option);
    return means === null ? [] : [[written(option), means]];
  });
}

function written(option: z.core.$ZodType): string {
  const shared = sharedSchema(option);
  if (!(shared instanceof z.ZodObject)) return writtenAs(option);
  const fields = Object.entries(shared.shape).map(([name, field]) => {
    const isLiteral = sharedSchema(field) instanceof z.ZodLiteral;
    return isLiteral ? `${name}: ${writtenAs(field).replaceAll("`", "")}` : `${name}: …`;
  });
  return code(`{${fields.join(", ")}}`);
}
