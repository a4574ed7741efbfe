import { Command } from "commander";
import { type CreditPlanProse, type FollowsProse, type LevelProse, proseOf } from "../../desk/prose.ts";
import { type Context, printJson } from "../context.ts";

interface Options {
  readonly on?: string;
  readonly of?: string;
  readonly json?: true;
}

/** `underpin prose CONTRACT`: the text of every service level and credit plan, written from its definition. */
export function proseCommand(context: Context): Command {
  return new Command("prose")
    .description("write the text of every service level and credit plan from its definition")
    .argument("<contract>", "folder of YAML files, or one file")
    .option("--on <date>", "as in force on this date; the first day of the contract without it")
    .option("--of <plan>", "only this credit plan")
    .option("--json", "print as JSON, with every term in force")
    .action(async (contract: string, { on, of, json }: Options) => {
      const texts = await proseOf(contract, { date: on ?? null, of: of ?? null });
      if (json) printJson(context, texts);
      else for (const text of texts) context.print(written(text));
      context.exitWith(0);
    });
}

function written(text: LevelProse | CreditPlanProse | FollowsProse): string {
  if ("triggers" in text) return followsText(text);
  return "plan" in text ? planText(text) : levelText(text);
}

const followsText = ({ triggers }: FollowsProse): string =>
  ["What follows", ...triggers.map(({ title, text }) => `- ${title}. ${text}`), "\n"].join("\n");

function levelText({ agreement, level, title, prose }: LevelProse): string {
  const sentences = [...prose.clock, ...prose.exclusions, ...prose.judging, prose.rounding];
  const times = prose.times.map(({ name, within, calendar }) => `  ${name}: ${within}, ${calendar}`);
  return [
    `${title}  (${agreement}/${level})`,
    prose.definition,
    `Formula: ${prose.formula}`,
    ...times,
    ...sentences.map((sentence) => `- ${sentence}`),
    "\n",
  ].join("\n");
}

function planText({ agreement, plan, title, parts }: CreditPlanProse): string {
  const said = parts.flatMap(({ heading, sentences, table }) => [
    "",
    heading,
    ...sentences.map((sentence) => (/^\d/.test(sentence) ? sentence : `- ${sentence}`)),
    ...(table === null ? [] : lined([table.columns, ...table.rows])),
  ]);
  return [`${title}  (credit plan ${plan} of ${agreement})`, ...said, "\n"].join("\n");
}

/** Rows whose cells stand under each other. */
function lined(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd());
}
