import { exactDecimal, writeDecimal } from "../../../src/engine/number/decimal.ts";
import { compare, type Fraction } from "../../../src/engine/number/fraction.ts";
import { exact } from "../numbers.ts";

/**
 * An answer in the manner of a text it is compared with: with as many decimals where that text has at least two, or
 * one for a number whose decimals never end, else exactly; as a fraction where it is one; with many decimals where it ends in dots.
 */
export function writtenLike(like: unknown, answer: unknown): unknown {
  if (isFraction(answer)) return number(like, answer);
  if (Array.isArray(answer))
    return answer.map((one, index) => writtenLike(Array.isArray(like) ? like[index] : null, one));
  if (typeof answer !== "object" || answer === null) return answer;
  const names = like as Readonly<Record<string, unknown>> | null;
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, writtenLike(names?.[name], value)]));
}

function number(like: unknown, answer: Fraction): unknown {
  if (typeof like === "number") return answer.d === 1n ? Number(answer.n) : Number(answer.n) / Number(answer.d);
  if (typeof like !== "string") return exactDecimal(answer) ?? `${answer.n}/${answer.d}`;
  if (like.includes("/")) return `${answer.n}/${answer.d}`;
  if (like.endsWith("...")) return writeDecimal(answer, 30, "down");
  const places = like.split(".")[1]?.length ?? 0;
  if (places >= 2 || isSame(like, answer) || (places === 1 && exactDecimal(answer) === null))
    return writeDecimal(answer, places);
  return exactDecimal(answer) ?? `${answer.n}/${answer.d}`;
}

const isSame = (like: string, answer: Fraction): boolean =>
  /^-?[\d.]+$/.test(like) && compare(exact(like), answer) === 0;

const isFraction = (value: unknown): value is Fraction =>
  typeof value === "object" && value !== null && "n" in value && "d" in value && typeof value.n === "bigint";
