import type { Hours } from "../../agreement/hours.ts";
import type { Allowed, Mark, Money, Quantity } from "../../agreement/quantity.ts";
import type { PeriodTerms } from "../../agreement/terms.ts";
import { exactDecimal } from "../../number/decimal.ts";
import type { Fraction } from "../../number/fraction.ts";
import { type Day, readDay } from "../../time/civil.ts";
import type { Instant } from "../../time/instant.ts";
import { utc } from "../../time/zone.ts";
import { openText } from "../prose/hours-prose.ts";
import { localTime, longDay, monthName, wallTime } from "../words/dates.ts";
import { allowedTime } from "../words/duration.ts";
import { markText, quantityText, shareText } from "../words/figure.ts";
import { all, any, counted, group } from "../words/list.ts";
import { moneyText } from "../words/money.ts";
import { periodWord } from "../words/period.ts";

/** Names by id of people, teams, services and the like. */
export type Names = Readonly<Record<string, string>>;

type Tree = Readonly<Record<string, unknown>>;

export const isMap = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isValue(value);

/** A value of a contract in words, read off its shape and the name of its field. */
export function writtenText(value: unknown, key: string, names: Names): string {
  if (typeof value === "string")
    return refers.has(key) && Object.hasOwn(names, value) ? (names[value] ?? value) : value;
  if (typeof value === "number") return days.has(key) && value >= earliest ? longDay(value as Day) : group(value);
  if (Array.isArray(value)) return listText(value, key, names);
  if (typeof value !== "object" || value === null) return String(value);
  const words = valueWords(value as Tree, key);
  if (words !== null) return words;
  if (isSpecialDay(value)) return `${value.name}, ${writtenText(value.open, "open", names)}`;
  const parts = Object.entries(value).filter(([, each]) => each !== undefined);
  return parts.map(([name, each]) => `${keyText(name)} ${inside(each, name)}`).join(", ");

  /** Entries of shares or of days are of that kind; a map or a list of maps stands in brackets. */
  function inside(each: unknown, name: string): string {
    const text = writtenText(each, saysKind(key) && !saysKind(name) ? key : name, names);
    return isMap(each) || (Array.isArray(each) && each.some(isMap)) ? `(${text})` : text;
  }
}

/** `notice_to_end` as `notice to end`, `2026-06-15` and `every 12-24` as days. */
export function keyText(key: string): string {
  const day = readDay(key);
  if (day !== null) return longDay(day);
  const yearly = /^every (\d{2})-(\d{2})$/.exec(key);
  return yearly ? `every ${Number(yearly[2])} ${monthName(Number(yearly[1]))}` : key.replaceAll("_", " ");
}

function listText(values: readonly unknown[], key: string, names: Names): string {
  if (values.every(isHours) && hoursKeys.test(key)) return openText(values as readonly Hours[]);
  if (values.length === 0) return "none";
  const texts = values.map((each) => writtenText(each, key, names));
  return values.some(isMap) ? texts.join("; ") : all(texts);
}

/** Fields whose numbers are days of the calendar, and fields that hold the id of something that has a name. */
const days: ReadonlySet<string> = new Set(["from", "until", "free_until", "signed", "commences", "notice_given"]);
/** 1980: no contract is older, and no count that is called `from` is so high. */
const earliest = 3653;
const refers: ReadonlySet<string> = new Set([
  ...["owner", "provider", "customer", "client", "supplier", "signed_by", "approved_by", "set_by", "lead", "to"],
  ...["services", "service", "calendar", "joins", "depends_on", "part_of", "provided_by", "covers"],
  ...["chair", "attends", "charges", "under", "agreement", "for"],
]);
const shares: ReadonlySet<string> = new Set(["share", "shares", "categories"]);

/** Fields that say what the numbers in them are. */
export const saysKind = (key: string): boolean => days.has(key) || shares.has(key);

/** Hours of a day stand in special days, and in the week of a calendar under the names of its days. */
const hoursKeys = /^(open|at|every day|(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(-[A-Z][a-z]{2})?)$/;

const isQuantity = (value: unknown): boolean => hasOnly(value, "unit", "value");
const isHours = (value: unknown): boolean =>
  hasOnly(value, "from", "to") && typeof value.from === "number" && typeof value.to === "number";
const isSpecialDay = (value: unknown): value is Tree => hasOnly(value, "name", "open");
const isFraction = (value: unknown): value is Fraction => hasOnly(value, "n", "d") && typeof value.n === "bigint";
const isMoney = (value: unknown): boolean => hasOnly(value, "amount", "currency");
const isMark = (value: unknown): boolean => hasOnly(value, "direction", "quantity");

/** One value and not a map of fields. */
const isValue = (value: object): boolean =>
  isFraction(value) ||
  isMoney(value) ||
  isMark(value) ||
  isQuantity(value) ||
  isHours(value) ||
  ("kind" in value && isKind(value.kind));

const hasOnly = (value: unknown, a: string, b: string): value is Tree =>
  typeof value === "object" && value !== null && Object.keys(value).length === 2 && a in value && b in value;

function valueWords(value: Tree, key: string): string | null {
  if (isFraction(value)) return fractionText(value, key);
  if (isMoney(value)) return moneyText(value as unknown as Money);
  if (isMark(value)) return markText(value as unknown as Mark, { places: 0 });
  if (isQuantity(value)) return quantityText(value as unknown as Quantity, { places: 0 });
  if (isHours(value) && hoursKeys.test(key)) return openText([value as unknown as Hours]);
  return isKind(value.kind) ? kinds[value.kind](value as never) : null;
}

const fractionText = (value: Fraction, key: string): string =>
  shares.has(key) ? shareText(value) : (exactDecimal(value) ?? `${value.n}/${value.d}`);

/** Quantities that carry their kind. */
const kinds = {
  time: (value: Allowed) => allowedTime(value),
  "business days": (value: Allowed) => allowedTime(value),
  days: (value: Allowed) => allowedTime(value),
  months: ({ count }: { readonly count: number }) => counted(count, "month"),
  date: ({ day }: { readonly day: Day }) => longDay(day),
  wall: ({ day, second }: { readonly day: Day; readonly second: number }) => `${longDay(day)} ${wallTime(second)}`,
  instant: ({ at }: { readonly at: Instant }) => `${localTime(utc, at)} UTC`,
  "any of": ({ values }: { readonly values: readonly string[] }) => any(values),
  "none of": ({ values }: { readonly values: readonly string[] }) => `not ${any(values)}`,
  mark: ({ mark }: { readonly mark: Mark }) => markText(mark, { places: 0 }),
  "share used": ({ share }: { readonly share: Fraction }) => `${shareText(share)} of the time used`,
  before: ({ allowed }: { readonly allowed: Allowed }) => `${allowedTime(allowed)} before`,
  week: (value: PeriodTerms) => periodWord(value),
  month: (value: PeriodTerms) => periodWord(value),
  quarter: (value: PeriodTerms) => periodWord(value),
  year: (value: PeriodTerms) => periodWord(value),
  "contract year": (value: PeriodTerms) => periodWord(value),
  fixed: (value: PeriodTerms) => periodWord(value),
  rolling: (value: PeriodTerms) => periodWord(value),
} as const;

const isKind = (kind: unknown): kind is keyof typeof kinds => typeof kind === "string" && Object.hasOwn(kinds, kind);
