import { type Derivation, nodesOf } from "../engine/report/explain/derivation.ts";
import { formulaText, originText } from "./explain-formula.ts";
import { formulaStep, populationStep, type Step, spansStep } from "./explain-steps.ts";
import { html, type Markup } from "./html/markup.ts";
import { name } from "./html/text.ts";

const headings = { failed: "What failed", after: "What became of it", sum: "Sum of the lines" } as const;

const headed = (root: Derivation, title: string): Derivation | undefined =>
  root.children.find((node) => node.operation.kind === "heading" && node.title === title);

/** Whether a tree opens a credit: it ends in the failures that are paid for. */
export const isMoney = (root: Derivation): boolean => headed(root, headings.failed) !== undefined;

/** The steps of a credit: its lines as a sum, what became of it, and then each failure by its own steps. */
export function moneySteps(root: Derivation): readonly Step[] {
  const failed = headed(root, headings.failed)?.children ?? [];
  return [
    linesStep(root),
    afterStep(root),
    ...failed.flatMap((failure) =>
      [formulaStep(failure), populationStep(failure), spansStep(failure)].flatMap((step, index) =>
        step === null ? [] : [index === 0 ? { ...step, title: `${failure.title}: ${failure.text}` } : step],
      ),
    ),
  ].filter((step) => step !== null);
}

/** Every line with the product it is, the limits that decided, and the credit. */
function linesStep(root: Derivation): Step | null {
  const sum = nodesOf(root).find(({ title, operation }) => operation.kind === "sum" && title === headings.sum);
  const credit = root.children.find(({ operation }) => operation.kind === "round");
  if (!sum || !credit) return null;
  const rows = sum.children.map(row);
  const between = limitsOf(credit, sum).map(row);
  const body = html`<table><thead><tr><th>Line</th><th>Made of</th><th class="n">Amount</th></tr></thead><tbody>${rows}${between}${row({ ...credit, children: [] })}</tbody></table>`;
  return { title: `The credit: ${credit.text}`, from: originText(sum.children[0]?.children[0] ?? sum), body };
}

/** What stands between the credit and the sum of its lines: caps, minimum, offsets. */
function limitsOf(credit: Derivation, sum: Derivation): readonly Derivation[] {
  const between = nodesOf(credit).filter((node) => node !== credit && nodesOf(node).includes(sum));
  return between.toReversed();
}

const row = (node: Derivation): Markup =>
  html`<tr><td>${name(node.title)}</td><td>${formulaText(node)}</td><td class="n"><b>${node.text}</b></td></tr>`;

function afterStep(root: Derivation): Step | null {
  const after = headed(root, headings.after)?.children ?? [];
  if (after.length === 0) return null;
  const rows = after.map(({ title, text }) => html`<tr><td>${name(title)}</td><td class="n"><b>${text}</b></td></tr>`);
  return { title: headings.after, from: "", body: html`<table><tbody>${rows}</tbody></table>` };
}
