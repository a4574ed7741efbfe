import type { Unit } from "../../agreement/quantity.ts";
import { type Fraction, fraction } from "../../number/fraction.ts";
import type { Instant } from "../../time/instant.ts";
import { offsetAt, type Zone } from "../../time/zone.ts";
import { localTime } from "../words/dates.ts";
import { clockTime } from "../words/duration.ts";
import { group } from "../words/list.ts";
import type { Derivation, Exact, Operation } from "./derivation.ts";

/** A value with its text. */
export type Shown = Pick<Derivation, "value" | "text">;

/** What a node is made from; the rest is nothing. */
export interface NodeParts extends Shown, Partial<Omit<Derivation, "operation" | "value" | "text">> {
  readonly title: string;
  readonly operation: Operation | PlainKind;
}

/** Operations that are their name alone. */
type PlainKind = Extract<
  Operation,
  { kind: "heading" | "given" | "event" | "choice" | "history" | "record" | SumKind }
>["kind"];
type SumKind = "ratio" | "difference" | "sum" | "product" | "mean" | "minimum" | "maximum" | TimeKind;
type TimeKind = "length" | "counted time" | "service time" | "due";

/** A node; one without an id gets its place in the tree by `numbered`. */
export function node({ operation, ...parts }: NodeParts): Derivation {
  return {
    id: "",
    term: null,
    source: null,
    children: [],
    unlisted: [],
    ...parts,
    operation: typeof operation === "string" ? { kind: operation } : operation,
  };
}

/** The tree with an id for every node: its own, or its place below its parent. */
export function numbered(root: Derivation, place = "0"): Derivation {
  const id = root.id === "" ? place : root.id;
  return { ...root, id, children: root.children.map((child, index) => numbered(child, `${id}.${index + 1}`)) };
}

/** A node used again: its value, and its id instead of its children. */
export function again(of: Derivation, title: string = of.title): Derivation {
  return node({ title, operation: { kind: "same", as: of.id }, value: of.value, text: of.text, term: of.term });
}

export const exactOf = ({ n, d }: Fraction): string => `${n}/${d}`;

export const words = (text: string): Shown => ({ value: { kind: "words", words: text }, text });

export const nothing = (text: string): Shown => ({ value: { kind: "nothing" }, text });

export const number = (unit: Unit, value: Fraction, text: string): Shown => ({
  value: { kind: "number", unit, exact: exactOf(value) },
  text,
});

/** How a number is made that comes as it is: a fraction from its numerator and denominator, each written in full. */
export function asFraction({ n, d }: Fraction): Pick<NodeParts, "operation" | "children"> {
  if (d === 1n) return { operation: "given", children: [] };
  const whole = (title: string, value: bigint): Derivation =>
    node({ title, operation: "given", ...number("number", fraction(value), group(value)) });
  return { operation: "ratio", children: [whole("numerator", n), whole("denominator", d)] };
}

/** Whole seconds as `8:55:24`. */
export const seconds = (length: number): Shown => number("time", fraction(length), clockTime(length));

export const count = (many: number): Shown => number("number", fraction(many), group(many));

export function moment(zone: Zone, at: Instant): Shown {
  return { value: { kind: "instant", at, offset: offsetAt(zone, at) }, text: localTime(zone, at) };
}

/** Whole seconds or a whole count of a node made here; 0 for any other value. */
export function wholeOf(value: Exact): number {
  return value.kind === "number" ? Number(value.exact.split("/")[0]) : 0;
}
