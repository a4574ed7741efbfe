import type { TextFile } from "./read-files.ts";

/** A line of two versions: in both, only in the former, only in the latter. */
export interface DifferentLine {
  readonly is: "same" | "gone" | "new";
  readonly text: string;
}

/** What became of one file between two versions, line by line. */
export interface FileDifference {
  readonly name: string;
  readonly lines: readonly DifferentLine[];
}

/** The files in which two versions differ, in the order of their names. */
export function textDifference(before: readonly TextFile[], after: readonly TextFile[]): readonly FileDifference[] {
  const names = [...new Set([...before, ...after].map(({ name }) => name))].sort();
  return names.flatMap((name) => {
    const [old, now] = [textOf(before, name), textOf(after, name)];
    return old === now ? [] : [{ name, lines: lineDifference(linesOf(old), linesOf(now)) }];
  });
}

/** The lines of two texts, those that stand in both found by the longest run of equal lines that keeps the order. */
export function lineDifference(before: readonly string[], after: readonly string[]): readonly DifferentLine[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const middle = between(before.slice(start, before.length - end), after.slice(start, after.length - end));
  return [...same(before.slice(0, start)), ...middle, ...same(before.slice(before.length - end))];
}

/** Above this many pairs of lines the middle is shown as replaced whole. */
const mostPairs = 4_000_000;

function between(before: readonly string[], after: readonly string[]): readonly DifferentLine[] {
  if (before.length === 0 || after.length === 0 || before.length * after.length > mostPairs)
    return [...before.map((text) => ({ is: "gone", text }) as const), ...after.map(isNew)];
  const lengths = commonLengths(before, after);
  const width = after.length + 1;
  const lines: DifferentLine[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old, now] = [before[i], after[j]];
    if (old !== undefined && old === now) {
      lines.push({ is: "same", text: old });
      i += 1;
      j += 1;
    } else if (
      old !== undefined &&
      (now === undefined || at(lengths, (i + 1) * width + j) >= at(lengths, i * width + j + 1))
    ) {
      lines.push({ is: "gone", text: old });
      i += 1;
    } else if (now !== undefined) {
      lines.push(isNew(now));
      j += 1;
    }
  }
  return lines;
}

/** Of each pair of ends, how many lines they have in common in one order. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint32Array {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        before[i] === after[j]
          ? at(lengths, (i + 1) * width + j + 1) + 1
          : Math.max(at(lengths, (i + 1) * width + j), at(lengths, i * width + j + 1));
  return lengths;
}

const at = (lengths: Uint32Array, index: number): number => lengths[index] ?? 0;
const isNew = (text: string): DifferentLine => ({ is: "new", text });
const same = (lines: readonly string[]): readonly DifferentLine[] => lines.map((text) => ({ is: "same", text }));

const textOf = (files: readonly TextFile[], name: string): string | undefined =>
  files.find((file) => file.name === name)?.text;

/** Without the empty line after the last break. */
function linesOf(text: string | undefined): readonly string[] {
  if (text === undefined || text === "") return [];
  const lines = text.split("\n");
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}
