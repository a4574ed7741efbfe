import { z } from "zod";
import { recordKinds } from "../../engine/agreement/words.ts";
import { ignored, messagesShape, momentName, momentShape, onlyWhen } from "./moments.ts";
import { stampsShape } from "./stamps.ts";
import { stateRule } from "./states.ts";

const column = z.string().min(1, "write the name of a column");

/** True or false; a mapping file is read as text throughout, so that `3.10` and `true` stay what is written. */
const yesOrNo = z.union([z.boolean(), z.enum(["true", "false"]).transform((word) => word === "true")]);

/** A cell of the row, a text that is the same for every row, or the name of the file without its endings. */
export const cellRule = z.union([
  column,
  z.strictObject({ column }),
  z.strictObject({ fixed: z.string().min(1) }),
  z.strictObject({ file_name: z.literal("without endings") }),
]);

/** One field of a record: where its value stands and how the tool's words become those of the contract. */
export const fieldRule = z.union([
  column,
  z.strictObject({
    column,
    values: z.record(z.string(), z.string()).optional(),
    /** What a value that is not listed becomes; `as written` keeps it. Without it such a value is a finding. */
    others: z.string().optional(),
    personal: yesOrNo.optional(),
  }),
  z.strictObject({ fixed: z.string() }),
]);

export const fileShape = z.strictObject({
  kind: z.enum(["csv", "xlsx", "jsonl", "xes"]),
  separator: z.enum(["comma", "semicolon", "tab", "pipe"]).default("comma"),
  encoding: z.enum(["utf-8", "utf-16", "windows-1252", "latin-1"]).default("utf-8"),
  /** Cells that say nothing is known; an empty cell never says anything. */
  missing: z.array(z.string()).default([""]),
  /** Sheet of a workbook; the first without it. */
  sheet: z.string().optional(),
  /** File inside a zip; needed where there are several. */
  inside: z.string().optional(),
});

const recordRule = z.union([
  cellRule,
  /** `each`: a list in the row; the row gives one record for each of its entries. */
  z.strictObject({ column, each: column }),
]);

/** A mapping: the only place that knows a tool's words (format section 4). */
export const mappingShape = z.strictObject({
  tool: z.string().min(1),
  gives: z.enum(recordKinds),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  /** What is taken for granted and stands in no file; printed with every report. */
  assumes: z.array(z.string()).default([]),
  file: fileShape,
  stamps: stampsShape,
  rows: z.enum(["one per change", "one per record", "one per sample"]),
  /** Whether the first row of a record is its creation always, or only when its state is `new`. */
  first_row: z.enum(["creation if new", "creation"]).default("creation if new"),
  record: recordRule,
  happened: column.optional(),
  learned: column.optional(),
  in_order_of: column.optional(),
  /** A list inside the row, as a dotted path: each of its entries is read as a row of its own. */
  unroll: column.optional(),
  only_when: z.array(onlyWhen).default([]),
  fields: z.record(z.string(), fieldRule).default({}),
  states: stateRule.optional(),
  moments: z.partialRecord(momentName, momentShape).default({}),
  messages: messagesShape.optional(),
  /** The measured value of a sample. */
  value: column.optional(),
  /** The tool's own verdict, kept beside ours for comparison and never used. */
  flag: fieldRule.optional(),
  ignore: ignored,
});

export type Mapping = z.output<typeof mappingShape>;
export type FieldRule = z.output<typeof fieldRule>;
export type CellRule = z.output<typeof cellRule>;
export type FileRule = Mapping["file"];
