import { Command } from "commander";
import { openContract } from "../../desk/open-contract.ts";
import { writeProblem } from "../../wire/agreement/problem.ts";
import { type Context, printJson } from "../context.ts";

/** `underpin check CONTRACT`: every mistake at once, with its place, the rule and the way out. */
export function checkCommand(context: Context): Command {
  return new Command("check")
    .description("check a contract: every mistake at once, with place, rule and way out")
    .argument("<contract>", "folder of YAML files, or one file")
    .option("--json", "print the problems as JSON")
    .action(async (contract: string, { json }: { readonly json?: true }) => {
      const { problems } = await openContract(contract);
      if (json) printJson(context, problems);
      else {
        for (const problem of problems)
          context.print(`${writeProblem(problem)}
`);
        context.print(
          problems.length === 0
            ? `${contract}: nothing to mend.
`
            : `${contract}: ${problems.length} to look at.
`,
        );
      }
      context.exitWith(problems.some(({ weight }) => weight === "error") ? 1 : 0);
    });
}
