import { Command } from "commander";
import {
  type HolidayLine,
  type HolidaysAsked,
  holidayDifferences,
  holidaysAsYaml,
  holidaysOf,
} from "../../desk/holidays.ts";
import type { Finding } from "../../engine/finding/finding.ts";
import { Refusal } from "../../wire/refusal.ts";
import { type Context, printJson } from "../context.ts";

interface Options {
  readonly from: string;
  readonly until: string;
  readonly division: string;
  readonly refuse: readonly string[];
  readonly timeZone: string;
  readonly yaml?: true;
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
    .option("--refuse <date>", "leave out this day; may be repeated", (date, all: string[]) => [...all, date], [])
    .option("--time-zone <id>", "zone of an .ics file's times that name none", "UTC")
    .option("--yaml", "print the days, and an .ics file's timed events, as YAML to be put into a contract")
    .option("--json", "print as JSON")
    .action(async (source: string, other: string | undefined, options: Options) => {
      const asked = (of: string): HolidaysAsked => ({
        source: of,
        years: { from: Number(options.from), until: Number(options.until) },
        division: options.division,
        refused: options.refuse,
        zone: options.timeZone,
      });
      if (options.yaml) await write(context, asked(source), other);
      else if (other === undefined) await show(context, asked(source), options);
      else await compare(context, { first: asked(source), second: asked(other) }, options);
    });
}

async function show(context: Context, asked: HolidaysAsked, { json }: Options): Promise<void> {
  const { days, findings } = await holidaysOf(asked);
  if (json) printJson(context, { days, findings });
  else {
    context.print(lines("", days));
    complain(context, findings);
  }
  context.exitWith(endOf(findings));
}

async function write(context: Context, asked: HolidaysAsked, other: string | undefined): Promise<void> {
  if (other !== undefined)
    throw new Refusal("one-source", "--yaml writes the days of one source. Leave out the other.");
  const { yaml, findings } = await holidaysAsYaml(asked);
  context.print(yaml);
  complain(context, findings);
  context.exitWith(endOf(findings));
}

function complain(context: Context, findings: readonly Finding[]): void {
  for (const { code, facts } of findings) context.complain(`${code} ${Object.values(facts).join(", ")}\n`);
}

const endOf = (findings: readonly Finding[]): 0 | 1 => (findings.some(({ weight }) => weight === "error") ? 1 : 0);

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
