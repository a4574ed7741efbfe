import { z } from "zod";
import { fields, list, text } from "./agreement/fields.ts";
import { point } from "./agreement/quantity/day.ts";
import { factor } from "./agreement/quantity/number.ts";

/** Relief that one party claimed and the other granted, as written down. */
export const reliefEntry = fields({
  id: text.describe("Its number"),
  agreement: text.describe("Agreement it was granted under"),
  ground: text.describe("Ground of that agreement"),
  clause: text.describe("Clause it stands on"),
  takes_out: z.enum(["time", "records"]).describe("Whether time is taken out or whole records"),
  levels: list(text)
    .optional()
    .meta({ description: "Service levels concerned", otherwise: "every level that the ground allows" }),
  records: list(text).optional().meta({ description: "Records concerned", otherwise: "all within the time" }),
  from: point.optional().describe("Beginning, where time is taken out"),
  until: point.optional().describe("End; a date is included, a time is not"),
  evidence: list(text).describe("What was shown"),
  granted_by: text.describe("Who granted it"),
  granted: point.describe("When"),
});

/** A figure that no tool gives, entered by a person: `part` of `whole`, or a plain figure. */
export const enteredEntry = fields({
  agreement: text.describe("Agreement of the service level"),
  level: text.describe("The service level"),
  period: text.describe("The period, such as 2026-03, 2026-Q1 or 2026"),
  part: factor.describe("What was counted, or the figure itself"),
  whole: factor.optional().meta({ description: "What it was counted among", otherwise: "`1`" }),
  by: text.describe("Who enters it"),
  evidence: list(text).describe("What it rests on"),
});

/** A result that one party does not accept: it is held until the dispute is settled. */
export const disputeEntry = fields({
  id: text.describe("Its number"),
  agreement: text.describe("Agreement of the service level"),
  level: text.optional().describe("The service level whose result is disputed, where it is one"),
  levels: list(text)
    .optional()
    .meta({ description: "The service levels, where they are several", otherwise: "every level that is touched" }),
  period: text
    .optional()
    .meta({ description: "The period, such as 2026-03, 2026-Q1 or 2026", otherwise: "each that is touched" }),
  records: list(text)
    .optional()
    .meta({ description: "Records in dispute: results that count them, or leave them out, are touched" }),
  from: point.optional().describe("Beginning of a time in dispute: results of periods that meet it are touched"),
  until: point.optional().describe("End; a date is included, a time is not"),
  by: text.describe("Who disputes it"),
  raised: point.describe("When it was raised; results are held from then on"),
  answered: point.optional().describe("When the other party answered"),
  settled: point.optional().meta({ description: "When it was settled or withdrawn", otherwise: "it is open" }),
  outcome: z
    .enum(["stands", "corrected", "withdrawn"])
    .optional()
    .describe("With settled: the result stands, it is corrected in the records, or the dispute was withdrawn"),
  because: text.describe("What the parties see differently"),
  evidence: list(text).describe("What it rests on"),
});

/** A file of facts that people state. Entries are read one by one, so that one broken entry spoils no other. */
export const factsFile = fields({
  underpin: z.literal("1").optional().describe("The version of the format"),
  part_of: text.optional().describe("The contract"),
  relief: z.array(z.unknown()).optional().describe("Relief that was granted"),
  entered: z.array(z.unknown()).optional().describe("Figures entered by hand"),
  disputes: z.array(z.unknown()).optional().describe("Results that are disputed"),
  credit_entries: z.array(z.unknown()).optional().describe("What is stated about credits"),
});
