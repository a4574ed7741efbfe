import { exactDecimal } from "../../number/decimal.ts";
import type { Fraction } from "../../number/fraction.ts";
import type { Item } from "./working.ts";

/** An exact number for a line of trace: a decimal where it ends, else a fraction. */
export const written = (value: Fraction): string => exactDecimal(value) ?? `${value.n}/${value.d}`;

/** Numbers by name, as a line of trace shows them. */
export const writtenAll = (values: Iterable<readonly [string, Fraction]>): Record<string, string> =>
  Object.fromEntries([...values].map(([name, value]) => [name, written(value)]));

/** What the items give, by place and level. */
export const givenBy = (items: readonly Item[]): Record<string, string> =>
  writtenAll(items.map(({ line }, index) => [`${index + 1} ${line.level}`, line.given] as const));
