import { z } from "zod";
import { recordKinds } from "../../engine/agreement/words.ts";
import { column, ignored, messagesShape, momentName, momentShape, onlyWhen } from "./moments.ts";
import { stampsShape } from "./stamps.ts";
import { stateRule } from "./states.ts";

/** True or false; a mapping file is read as text throughout, so that `3.10` and `true` stay what is written. */
const yesOrNo = z.union([z.boolean(), z.enum(["true", "false"]).transform((word) => word === "true")]);

/** A cell of the row, a text that is the same for every row, or the name of the file without its endings. */
export const cellRule = z.union([
  column.describe("the cell of this column"),
  z.strictObject({ column }).describe("the same"),
  z.strictObject({ fixed: z.string().min(1) }).describe("this text for every row"),
  z.strictObject({ file_name: z.literal("without endings") }).describe("the name of the file"),
]);

/** A cell whose words become those of the contract. */
export const translatedCell = z.strictObject({
  column: column.describe("Column of the value"),
  values: z
    .record(z.string(), z.string())
    .optional()
    .meta({ description: "What each word of the tool means in the contract", otherwise: "words are kept" }),
  others: z.string().optional().meta({
    description: "What a word becomes that values do not list; as written keeps it",
    otherwise: "a finding, and the record is held",
  }),
  personal: yesOrNo
    .optional()
    .meta({ description: "true where the field names a person; reports show numbers instead", otherwise: "`false`" }),
});

/** One field of a record: where its value stands and how the tool's words become those of the contract. */
export const fieldRule = z.union([
  column.describe("the cell of this column, as it is"),
  translatedCell.describe("the cell, translated"),
  z.strictObject({ fixed: z.string() }).describe("this text for every record"),
]);

export const fileShape = z.strictObject({
  kind: z.enum(["csv", "xlsx", "jsonl", "xes"]).describe("How the file is built; plain, gzip or zip alike"),
  separator: z
    .enum(["comma", "semicolon", "tab", "pipe"])
    .default("comma")
    .describe("What divides the cells of a CSV file"),
  encoding: z
    .enum(["utf-8", "utf-16", "windows-1252", "latin-1"])
    .default("utf-8")
    .describe("How its letters are coded"),
  missing: z
    .array(z.string())
    .default([""])
    .describe("Cells that say that nothing is known; an empty one never says anything"),
  sheet: z.string().optional().meta({ description: "Sheet of a workbook", otherwise: "the first" }),
  inside: z.string().optional().meta({ description: "File inside a zip", otherwise: "the only one" }),
});

export const recordRule = z.union([
  cellRule,
  z.strictObject({ column, each: column }).describe("one record for each entry of the list `each` in the row"),
]);

/** A mapping: the only place that knows a tool's words (format section 4). */
export const mappingShape = z.strictObject({
  tool: z.string().min(1).describe("Tool of the contract that the file comes from"),
  gives: z.enum(recordKinds).describe("Kind of records in the file"),
  from: z.iso.date().optional().meta({ description: "First day on which it holds", otherwise: "always" }),
  until: z.iso.date().optional().meta({ description: "Last day, included", otherwise: "always" }),
  assumes: z
    .array(z.string())
    .default([])
    .describe("What is taken for granted and stands in no file; printed with every report"),
  file: fileShape.describe("How the file is written"),
  stamps: stampsShape.describe("How its dates and times are written"),
  rows: z.enum(["one per change", "one per record", "one per sample"]).describe("What a row is"),
  first_row: z
    .enum(["creation if new", "creation"])
    .default("creation if new")
    .describe("When the first row of a record is its creation: if its state is new, or always"),
  record: recordRule.describe("Which record a row is about"),
  happened: column.optional().describe("Stamp of the row; must be written unless rows are one per record"),
  learned: column
    .optional()
    .meta({ description: "Stamp at which the row became known", otherwise: "when the report is made" }),
  in_order_of: column.optional().describe("Number that puts rows of one instant in order"),
  unroll: column.optional().describe("A list inside the row, of which each entry is read as a row of its own"),
  only_when: z
    .array(onlyWhen)
    .default([])
    .describe("Rows that are taken; all others are left, counted under the reason"),
  fields: z
    .record(z.string(), fieldRule)
    .default({})
    .describe("Fields of the record, by the name that the contract uses"),
  states: stateRule.optional().describe("What the tool's states mean"),
  moments: z.partialRecord(momentName, momentShape).default({}).describe("When each moment happened"),
  messages: messagesShape.optional().describe("Rows that are messages between client and supplier"),
  value: column.optional().describe("Measured value of a sample; must be written for samples"),
  flag: fieldRule.optional().describe("The tool's own verdict, in time or late, kept beside the result for comparison"),
  ignore: ignored.describe("Columns that are known and not used"),
});

export type Mapping = z.output<typeof mappingShape>;
export type FieldRule = z.output<typeof fieldRule>;
export type CellRule = z.output<typeof cellRule>;
export type FileRule = Mapping["file"];
