import { type CreditFact, creditFacts } from "../engine/agreement/document/credit-words.ts";
import type { FactName } from "../engine/credit/plan/fact-name.ts";
import { edgeOf, factNameOf } from "../engine/credit/written/edges.ts";
import type { Fraction } from "../engine/number/fraction.ts";
import { lengths, ofFigure } from "./agreement/check/credits/ladders.ts";
import { closest } from "./agreement/closest.ts";
import type { Complaint } from "./agreement/problem.ts";
import { readQuantity } from "./agreement/quantity/mark.ts";

/** Facts of a failure that a person stated: numbers in the unit each is shown in, and words. */
interface StatedCreditFacts {
  readonly facts: Readonly<Partial<Record<FactName, Fraction>>>;
  readonly words: Readonly<Partial<Record<FactName, string>>>;
  readonly complaints: readonly Complaint[];
}

/** Reads facts by the words of the format: `users affected: 40`, `outage hours: 2h 30m`, `severity: full`. */
export function readCreditFacts(written: Readonly<Record<string, string>>, at: readonly string[]): StatedCreditFacts {
  const read = Object.entries(written).map(([word, said]) => factOf(word, said, [...at, word]));
  return {
    facts: Object.fromEntries(read.flatMap((one) => ("fact" in one ? [[one.fact, one.value]] : []))),
    words: Object.fromEntries(read.flatMap((one) => ("word" in one ? [[one.word, one.said]] : []))),
    complaints: read.flatMap((one) => ("complaint" in one ? [one.complaint] : [])),
  };
}

type One =
  | { readonly fact: FactName; readonly value: Fraction }
  | { readonly word: FactName; readonly said: string }
  | { readonly complaint: Complaint };

function factOf(word: string, said: string, path: readonly string[]): One {
  const fact = creditFacts.find((one) => one === word);
  if (fact === undefined) {
    const close = closest(word, creditFacts);
    const way_out = close ? `Did you mean '${close}'?` : `Facts are ${creditFacts.join(", ")}.`;
    return { complaint: { path, at: "key", code: "unknown-word", message: `'${word}' is not a fact.`, way_out } };
  }
  if (fact === "severity") return { word: factNameOf[fact], said };
  const quantity = readQuantity(said);
  if (quantity === null || !fits(fact, quantity.unit)) {
    const message = `'${said}' is no quantity of '${fact}'.`;
    return { complaint: { path, at: "value", code: "wrong-unit", message, way_out: `Write ${exampleOf(fact)}.` } };
  }
  const name = factNameOf[fact];
  return { fact: name, value: fact === "weight" ? quantity.value : edgeOf(name, quantity) };
}

function fits(fact: CreditFact, unit: string): boolean {
  if (ofFigure.includes(fact)) return true;
  return unit === "number" || (unit === "time" && lengths.includes(fact)) || (unit === "share" && fact === "weight");
}

function exampleOf(fact: CreditFact): string {
  if (ofFigure.includes(fact)) return "a share, a time or a number";
  return lengths.includes(fact) ? "a time such as 2h 30m, or a bare number" : "a bare number";
}
