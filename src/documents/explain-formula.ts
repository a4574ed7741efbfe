import type { Derivation } from "../engine/report/explain/derivation.ts";

/** How a node is made, in figures: `412 / 431`, `431 − 19`, `largest of 12`; empty where nothing short says it. */
export function formulaText(node: Derivation): string {
  const texts = node.children.map(({ text }) => text);
  switch (node.operation.kind) {
    case "ratio":
      return texts.join(" / ");
    case "difference":
      return texts.join(" − ");
    case "product":
      return texts.join(" × ");
    case "sum":
      return sumText(node, texts);
    case "mean":
      return `mean of ${many(node)}`;
    case "minimum":
      return texts.length === 2 && many(node) === 2 ? `smaller of ${texts.join(" and ")}` : `smallest of ${many(node)}`;
    case "maximum":
      return `largest of ${many(node)}`;
    case "count":
      return many(node) === 1 ? "1 record" : `${many(node)} records`;
    case "percentile":
      return `${node.operation.method} of ${many(node)} values`;
    case "length":
      return texts.slice(0, 2).join(" to ");
    default:
      return "";
  }
}

const most = 4;

const sumText = (node: Derivation, texts: readonly string[]): string =>
  many(node) <= most && texts.length > 1 ? texts.join(" + ") : "";

/** Children listed and not. */
export const many = ({ children, unlisted }: Derivation): number => children.length + moreOf({ unlisted });

/** Children that are not listed. */
export const moreOf = ({ unlisted }: Pick<Derivation, "unlisted">): number =>
  unlisted.reduce((total, { times }) => total + times, 0);

/** Where a node comes from: its clause and place in the agreement, or its file and row. */
export function originText(node: Derivation): string {
  const { source } = node;
  // A stretch of a clock is where it is because of the term of its reason, its third child.
  const term = node.term ?? (node.operation.kind === "length" ? (node.children[2]?.term ?? null) : null);
  const from = source === null || source.file === "" ? "" : `${source.file}, row ${source.row}`;
  if (term === null) return from;
  const clause = term.clause === null ? "" : `${term.clause}, `;
  return [`${clause}${placeText(term.path)}${term.written ? "" : " (default)"}`, from]
    .filter((each) => each !== "")
    .join("; ");
}

/** A term's place without the agreement and the level, which the page is about. */
const placeText = (path: string): string => path.replace(/^agreements\.[^.]+\.service_levels\.[^.]+\./, "");

/** True for words that answer their title, such as a rule, and so stand behind it. */
export const isAnswer = ({ value, operation, title }: Derivation): boolean =>
  value.kind === "words" && (operation.kind === "given" || (operation.kind === "choice" && title === "because"));
