import type { Finding } from "../finding/finding.ts";
import type { FindingLine } from "./report.ts";
import { findingSentence } from "./words/finding-words.ts";

/** Findings of one kind of which only the first were kept, and how many there were. */
export interface FindingGroup {
  readonly code: string;
  readonly weight: Finding["weight"];
  readonly total: number;
  readonly first: readonly Finding[];
}

const weights: readonly FindingLine["weight"][] = ["error", "warning", "note"];

/** Findings that say the same as one line with a count and the first place; errors first, then by their code. */
export function findingLines(
  findings: readonly Finding[],
  groups: readonly FindingGroup[] = [],
): readonly FindingLine[] {
  const lines = new Map<string, { -readonly [K in keyof FindingLine]: FindingLine[K] }>();
  for (const each of findings) {
    const sentence = findingSentence(each);
    const key = `${each.weight} ${each.code} ${sentence}`;
    const line = lines.get(key);
    if (line) line.count += 1;
    else lines.set(key, { code: each.code, weight: each.weight, sentence, where: whereOf(each), count: 1 });
  }
  return [...lines.values(), ...groups.flatMap(groupLine)].sort(
    (a, b) => weights.indexOf(a.weight) - weights.indexOf(b.weight) || order(a.code, b.code) || order(a.where, b.where),
  );
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function groupLine({ code, weight, total, first }: FindingGroup): readonly FindingLine[] {
  const [one] = first;
  return one ? [{ code, weight, sentence: findingSentence(one), where: whereOf(one), count: total }] : [];
}

function whereOf({ source, record }: Finding): string {
  const file =
    source === null || source.file === "" ? [] : [source.row === 0 ? source.file : `${source.file}, row ${source.row}`];
  return [...(record === null ? [] : [record]), ...file].join(", ");
}
