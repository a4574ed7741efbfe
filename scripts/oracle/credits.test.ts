import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentAt } from "../../src/engine/agreement/resolve/amended.ts";
import { writeDecimal } from "../../src/engine/number/decimal.ts";
import { checkDerivation } from "../../src/engine/report/explain/check-derivation.ts";
import { explainCredit } from "../../src/engine/report/explain/credit/explain-credit.ts";
import { type Derivation, nodesOf } from "../../src/engine/report/explain/derivation.ts";
import { consistentLie, isLeaf, lie, titles, unnoticed } from "../../src/engine/report/explain/fixture/lies.ts";
import { tries } from "../laws.ts";
import { monthSpec, spec } from "./credits-arbitraries.ts";
import { byHand } from "./credits-by-hand.ts";
import type { Num } from "./credits-numbers.ts";
import type { MonthSpec, Spec } from "./credits-spec.ts";
import { byEngine, documentOf } from "./credits-trial.ts";

const months = fc.array(monthSpec, { minLength: 1, maxLength: 24, size: "max" });
const text = ([top, bottom]: Num): string => writeDecimal({ n: top, d: bottom }, 6);

describe("a plan and its months, reckoned twice", () => {
  test("come to the same pence, points and carried sums", () => {
    const law = fc.property(spec, months, (plan, heard) => {
      const engine = byEngine(documentOf(plan), heard).map(({ period, statement }) => ({
        month: period.id,
        credit: writeDecimal(statement.credit, 2),
        points: writeDecimal(statement.points, 6),
        carried: writeDecimal(statement.carried, 6),
      }));
      const hand = byHand(plan, heard).map(({ credit, points, carried }, index) => ({
        month: engine[index]?.month,
        credit: text([credit, 100n]).slice(0, -4),
        points: text(points),
        carried: text(carried),
      }));
      expect(engine).toEqual(hand);
    });
    fc.assert(law, { numRuns: tries(40) });
  });

  test("are explained without a difference, down to every line that is paid", () => {
    const law = fc.property(spec, months, (plan, heard) => {
      for (const { month, tree } of explained(plan, heard)) {
        expect(checkDerivation(tree).differences, month.period.id).toEqual([]);
        const [credit] = tree.children;
        const { n, d } = month.statement.credit;
        expect(credit?.value).toEqual({ kind: "number", unit: "number", exact: `${n}/${d}` });
        const ids = nodesOf(tree).map(({ id }) => id);
        const paid = month.statement.lines.flatMap(({ paid: isPaid, given }, at) =>
          isPaid && given.n !== 0n ? [`line ${at + 1}`] : [],
        );
        expect(paid.filter((id) => !ids.includes(id))).toEqual([]);
      }
    });
    fc.assert(law, { numRuns: tries(15) });
  });

  test("no number of a tree can be told wrongly without being found", () => {
    const law = fc.property(spec, fc.array(monthSpec, { minLength: 3, maxLength: 3 }), (plan, heard) => {
      const tree = explained(plan, heard).at(-1)?.tree;
      if (tree === undefined) return;
      expect(titles(unnoticed(tree, lie).filter(isNumber))).toEqual([]);
      expect(titles(unnoticed(tree, consistentLie).filter((node) => isNumber(node) && !isLeaf(node)))).toEqual([]);
    });
    fc.assert(law, { numRuns: tries(8) });
  });

  test("only what the contract or a person states is given, and what other months came to", () => {
    const law = fc.property(spec, months, (plan, heard) => {
      for (const { tree } of explained(plan, heard))
        for (const { title, term, operation } of nodesOf(tree))
          if (operation.kind === "given" && term === null) expect(title).toMatch(stated);
    });
    fc.assert(law, { numRuns: tries(10) });
  });
});

/** Figures and counts of the month, what other months came to, and the zero that nothing lies below. */
const stated =
  /^(Figure|Target|Upper mark|Count|Step|For each|Failed|Charged for|Days of the month|In force|Months|One|Divided by|Share|Rate|Not below|Credit of .* \d{4}|Carried from .* \d{4}|Set off in .* \d{4})$/;

function explained(plan: Spec, heard: readonly MonthSpec[]) {
  const document = documentOf(plan);
  const all = byEngine(document, heard);
  return all.map((month, index) => ({
    month,
    tree: explainCredit({
      month,
      contract: documentAt(document, month.facts.start),
      before: all.slice(0, index),
      results: [],
    }),
  }));
}

const isNumber = ({ value }: Derivation): boolean => value.kind === "number";
