import { Command } from "commander";
import { agreementJsonSchema } from "../../wire/agreement/json-schema.ts";
import { type Context, printJson } from "../context.ts";

/** `underpin schema`: the JSON Schema of agreement files, for editors. */
export function schemaCommand(context: Context): Command {
  return new Command("schema").description("print the JSON Schema of agreement files, for editors").action(() => {
    printJson(context, agreementJsonSchema());
    context.exitWith(0);
  });
}
