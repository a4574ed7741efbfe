import type { Rule } from "./source-file.ts";

/** The one file in which an answer meets what was expected; a number is compared there within its tolerance. */
const comparison = "scripts/cases/outcome.ts";

const isRunner = (path: string): boolean => /^scripts\/cases(?:\.|\/|-)/.test(path) && !path.endsWith(".test.ts");

/** The runner of the cases only translates: an expectation is compared, never computed with. */
export const noArithmetic: Rule = ({ path, code }) => {
  if (!isRunner(path) || path === comparison) return [];
  const name = String.raw`(?:\b\w+(?:\?\.|\.))*(?:expect\w*|got)\b(?:(?:\?\.|\.)\w+|\[[^\]]*\])*`;
  const operator = String.raw`(?:\*\*|[-+*/%])`;
  const computed = [
    new RegExp(String.raw`${name}\)?\s*${operator}(?!>)`),
    new RegExp(String.raw`[\w)\]]\s*${operator}=?\s*\(?${name}`),
    /\b(?:Math\.\w+|plus|minus|times|over|sum|roundTo)\([^;]*\bexpect\w*/,
  ];
  return computed
    .map((pattern) => pattern.exec(code)?.[0])
    .filter((found) => found !== undefined)
    .map((found) => `arithmetic on an expectation: ${found.trim()}`);
};

/** The runner knows no case by its name: what is set aside is set aside by a rule on its fields. */
export const noCaseId =
  (ids: ReadonlySet<string>): Rule =>
  ({ path, text }) =>
    isRunner(path)
      ? (text.match(/[\w.-]+/g) ?? []).filter((word) => ids.has(word)).map((id) => `a case by its id: ${id}`)
      : [];
