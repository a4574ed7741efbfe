import { z } from "zod";
import { contractDocument } from "./document.ts";
import { text } from "./fields.ts";

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

function lenient({ jsonSchema }: { readonly jsonSchema: JsonSchema }): void {
  if (jsonSchema.type === "string" && jsonSchema.enum === undefined && jsonSchema.const === undefined) {
    jsonSchema.type = ["string", "number"];
    delete jsonSchema.minLength;
  }
  delete jsonSchema.readOnly;
  delete jsonSchema.propertyNames;
  if (jsonSchema.const === "1") jsonSchema.const = 1;
  if (jsonSchema.const === 1) jsonSchema.type = "number";
}
