import { Command } from "commander";
import { libraryShapes, type ShapeValues, writeShape } from "../../wire/library/library.ts";
import { writeContract } from "../../wire/library/write-contract.ts";
import { Refusal } from "../../wire/refusal.ts";
import { type Context, printJson } from "../context.ts";

interface Options {
  readonly set: readonly string[];
  readonly contract?: true;
  readonly json?: true;
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** `underpin new [SHAPE]`: a ready service level with its parameters; without a shape, the list of them. */
export function newCommand(context: Context): Command {
  return new Command("new")
    .description("write a ready service level, one for each way of measuring; without a shape, list them")
    .argument("[shape]", "id of the shape")
    .option(
      "-s, --set <name=value>",
      "change a parameter, e.g. --set 'expected=at least 97%'; repeat it for each",
      collect,
      [],
    )
    .option("--contract", "write a whole small contract around the level")
    .option("--json", "print the list as JSON")
    .action((shape: string | undefined, { set, contract, json }: Options) => {
      if (shape !== undefined)
        context.print(levelText(shape, valuesOf(set), contract === true ? writeContract : writeShape));
      else if (json) printJson(context, libraryShapes);
      else context.print(`${libraryShapes.map(listed).join("\n")}\n`);
      context.exitWith(0);
    });
}

function levelText(shape: string, values: ShapeValues, write: (id: string, values: ShapeValues) => string): string {
  try {
    return write(shape, values);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const known = libraryShapes.find(({ id }) => id === shape);
    const names = known ? known.parameters.map(({ name }) => name) : libraryShapes.map(({ id }) => id);
    throw new Refusal(
      known ? "unknown-parameter" : "unknown-shape",
      `${error.message} Known are: ${names.join(", ")}.`,
    );
  }
}

function valuesOf(set: readonly string[]): ShapeValues {
  const pairs = set.map((each) => {
    const at = each.indexOf("=");
    if (at < 1) throw new Refusal("parameter-unreadable", `'${each}' sets nothing. Write name=value.`);
    return [each.slice(0, at), each.slice(at + 1)] as const;
  });
  return Object.fromEntries(pairs);
}

function listed({ id, title, means, parameters }: (typeof libraryShapes)[number]): string {
  const names = parameters.map(({ name, meaning, example }) => `    ${name.padEnd(16)} ${meaning} (${example})`);
  return [`${id}: ${title}`, `  ${means}`, ...names].join("\n");
}
