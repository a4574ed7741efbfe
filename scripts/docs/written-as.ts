import { z } from "zod";
import { edge } from "../../src/wire/agreement/credit/edge.ts";
import { id, reference, text } from "../../src/wire/agreement/fields.ts";
import { selection } from "../../src/wire/agreement/level.ts";
import { sharedSchema } from "../../src/wire/agreement/meaning.ts";
import { date, point } from "../../src/wire/agreement/quantity/day.ts";
import { hours, hoursOfDay, openOfDay } from "../../src/wire/agreement/quantity/hours.ts";
import { mark } from "../../src/wire/agreement/quantity/mark.ts";
import { currency, money } from "../../src/wire/agreement/quantity/money.ts";
import { count, decimals, factor, periods, share } from "../../src/wire/agreement/quantity/number.ts";
import { period } from "../../src/wire/agreement/quantity/period.ts";
import { recurring } from "../../src/wire/agreement/quantity/recurring.ts";
import { allowed, allowedOrNone, term, warningAt } from "../../src/wire/agreement/quantity/time.ts";
import { quantities } from "../../src/wire/agreement/read.ts";
import { measureKind, moment, recordKind, verdict } from "../../src/wire/agreement/words.ts";
import { code, link, table } from "./table.ts";

type Schema = z.core.$ZodType;

/** Quantities by the name that the tables call them. */
const named: readonly (readonly [string, Schema])[] = [
  ["id", reference],
  ["date", date],
  ["point in time", point],
  ["time", allowed],
  ["time or none", allowedOrNone],
  ["term", term],
  ["hours", hours],
  ["returning day", recurring],
  ["share", share],
  ["mark", mark],
  ["quantity", edge],
  ["count", count],
  ["number", factor],
  ["periods", periods],
  ["rounding", decimals],
  ["money", money],
  ["currency", currency],
  ["warning", warningAt],
];

/** Everything that has a name of its own, with the heading under which it is explained where it has one. */
const others: readonly (readonly [string, Schema])[] = [
  ["text", text],
  ["`week` `month` `quarter` `year` `contract year`, `{fixed: 43200m}` or `{rolling: 30 days}`", period],
  [link("Selections"), selection],
  ["hours or a list of them", hoursOfDay],
  ["`none`, hours or a list of them", openOfDay],
  [link("Moments"), moment],
  ["kind of records", recordKind],
  [link("Measures"), measureKind],
  ["verdict", verdict],
];

/** How a value is written, in a few words: `share`, `list of ids`, the words of a closed list. */
export function writtenAs(schema: Schema): string {
  const shared = sharedSchema(schema);
  const known = [...named, ...others].find(([, one]) => sharedSchema(one) === shared)?.[0];
  if (known !== undefined) return known;
  const say = quantities.get(shared as z.ZodType)?.say;
  if (say !== undefined) return say;
  if (shared instanceof z.ZodEnum) return shared.options.map((word) => code(String(word))).join(" ");
  if (shared instanceof z.ZodLiteral) return code([...shared.values].join(" "));
  if (shared instanceof z.ZodReadonly) return writtenAs(shared.unwrap());
  if (shared instanceof z.ZodArray) return `list of ${many(writtenAs(shared.element))}`;
  if (shared instanceof z.ZodRecord) return byName(shared);
  if (shared instanceof z.ZodUnion) return [...new Set(shared.options.map(writtenAs))].join(", or ");
  if (shared instanceof z.ZodObject) return Object.keys(shared.shape).map(code).join(" ");
  if (shared instanceof z.ZodPipe) return writtenAs(shared.def.in);
  if (shared instanceof z.ZodISODate) return "date";
  if (shared instanceof z.ZodBoolean) return "`true` `false`";
  return shared instanceof z.ZodString ? "text" : "as in the section";
}

/** A list of objects is told by its fields, in rows of their own. */
const many = (word: string): string => {
  if (/^`\w+`( `\w+`)*$/.test(word)) return word;
  if (word === "kind of records") return "kinds of records";
  return /^(text|id|column|time|share|count|number)$/.test(word) ? `${word}s` : word;
};

function byName(record: z.ZodRecord): string {
  const isObject = sharedSchema(record.valueType) instanceof z.ZodObject;
  return isObject ? `entries ${byWhat(record)}` : `${writtenAs(record.valueType)}, ${byWhat(record)}`;
}

/** Entries stand under ids, or under a name or a day. */
export const byWhat = (record: z.ZodRecord): string =>
  sharedSchema(record.keyType) === sharedSchema(id) ? "by id" : "by name";

/** The table of quantities: name, and how it is written. */
export function quantityTable(): string {
  const rows = named.map(([name, schema]) => [name, quantities.get(schema as z.ZodType)?.say ?? ""]);
  return table(["Quantity", "How it is written"], rows);
}
