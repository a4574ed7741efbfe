import { Command } from "commander";
import { type HolidayLine, type HolidaysAsked, holidayDifferences, holidaysOf } from "../../desk/holidays.ts";
import { type Context, printJson } from "../context.ts";

interface Options {
  readonly from: string;
  readonly until: string;
  readonly division: string;
  readonly json?: true;
}

/** `underpin holidays SOURCE [OTHER]`: the days a source names, or the days on which two sources differ. */
export function holidaysCommand(context: Context): Command {
  return new Command("holidays")
    .description("show the days a source of holidays names, or compare two sources")
    .argument("<source>", "a file .ics, GOV.UK's .json, or a country of the shipped tables such as GB-ENG")
    .argument("[other]", "a second source to compare with")
    .option("--from <year>", "first year", "2021")
    .option("--until <year>", "last year", "2028")
    .option("--division <name>", "division of a GOV.UK file", "england-and-wales")
    .option("--json", "print as JSON")
    .action(async (source: string, other: string | undefined, options: Options) => {
      const asked = (of: string): HolidaysAsked => ({
        source: of,
        years: { from: Number(options.from), until: Number(options.until) },
        division: options.division,
      });
      if (other === undefined) await show(context, asked(source), options);
      else await compare(context, { first: asked(source), second: asked(other) }, options);
    });
}

async function show(context: Context, asked: HolidaysAsked, { json }: Options): Promise<void> {
  const { days, findings } = await holidaysOf(asked);
  if (json) printJson(context, { days, findings });
  else {
    context.print(lines("", days));
    for (const { code, facts } of findings) context.complain(`${code} ${Object.values(facts).join(", ")}\n`);
  }
  context.exitWith(findings.some(({ weight }) => weight === "error") ? 1 : 0);
}

async function compare(
  context: Context,
  { first, second }: { readonly first: HolidaysAsked; readonly second: HolidaysAsked },
  { json }: Options,
): Promise<void> {
  const difference = await holidayDifferences(first, second);
  if (json) printJson(context, difference);
  else {
    const { onlyInFirst, onlyInSecond } = difference;
    context.print(`Only in ${first.source}: ${onlyInFirst.length}\n${lines("  ", onlyInFirst)}`);
    context.print(`Only in ${second.source}: ${onlyInSecond.length}\n${lines("  ", onlyInSecond)}`);
  }
  context.exitWith(0);
}

const lines = (indent: string, days: readonly HolidayLine[]): string =>
  days.map(({ day, name }) => `${indent}${day}  ${name}\n`).join("");
