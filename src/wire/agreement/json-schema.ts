import { z } from "zod";
import { contractDocument } from "./document.ts";
import { text } from "./fields.ts";
import { meaningOf } from "./meaning.ts";

type JsonSchema = Record<string, unknown>;

/**
 * JSON Schema (2020-12) of a file of a contract, for editors. It knows every field and word; what quantities mean,
 * and what belongs together, only `readAgreement` checks. YAML reads `3.10` or `1` as a number, so a text may be one.
 */
export function agreementJsonSchema(): JsonSchema {
  const { contract, ...sections } = contractDocument.shape;
  const file = z.strictObject({ ...sections, contract: contract.optional(), part_of: text.optional() });
  const schema = z.toJSONSchema(file, { io: "input", unrepresentable: "any", override: lenient }) as JsonSchema;
  return { title: "A file of a contract for Underpin", ...schema };
}

interface Made {
  readonly zodSchema: z.core.$ZodType;
  readonly jsonSchema: JsonSchema;
}

function lenient({ zodSchema, jsonSchema }: Made): void {
  describe(zodSchema, jsonSchema);
  if (jsonSchema.type === "string" && jsonSchema.enum === undefined && jsonSchema.const === undefined) {
    jsonSchema.type = ["string", "number"];
    delete jsonSchema.minLength;
  }
  delete jsonSchema.readOnly;
  delete jsonSchema.propertyNames;
  if (jsonSchema.const === "1") jsonSchema.const = 1;
  if (jsonSchema.const === 1) jsonSchema.type = "number";
}

/** What an editor shows at a field: what it means, how it is written, and what holds without it. */
function describe(schema: z.core.$ZodType, jsonSchema: JsonSchema): void {
  const { means, say, otherwise } = meaningOf(schema);
  const without = otherwise === null ? null : `Without it: ${otherwise.replaceAll("`", "")}`;
  const said = [means, say, without].filter((part) => part !== null);
  if (said.length > 0) jsonSchema.description = said.length === 1 ? said[0] : `${said.join(". ")}.`;
  delete jsonSchema.otherwise;
}
