import { byteWords, type Words, wordAt } from "./byte-words.ts";
import type { Scanned } from "./row-sink.ts";

/**
 * The parts of a file, in order, as one, with the words of all parts in one dictionary each. Null where rows follow
 * an empty line.
 */
export function joinScanned(parts: readonly Scanned[]): Scanned | null {
  const [first, ...more] = parts;
  if (first === undefined) return null;
  if (more.length === 0) return first;
  if (parts.some(({ hasEnded }, index) => hasEnded && parts.slice(index + 1).some(({ rows }) => rows > 0))) return null;
  const before = parts.map((_, index) => parts.slice(0, index).reduce((sum, { rows }) => sum + rows, 0));
  const records = joinWords(parts.map((part) => part.records));
  const words = first.words.map((_, at) => joinWords(parts.map((part) => part.words[at] as Words)));
  const moved = (numbers: Int32Array, index: number): Int32Array =>
    numbers.map((row) => row + (before[index] as number));
  return {
    rows: parts.reduce((sum, { rows }) => sum + rows, 0),
    record: joined(parts.map(({ record }, index) => recoded(record, records.codes[index] as Int32Array))),
    order: joined(parts.map(({ order }) => order)),
    stamps: first.stamps.map((_, at) => joined(parts.map(({ stamps }) => stamps[at] as Int32Array))),
    codes: words.map(({ codes }, at) =>
      joined(parts.map((part, index) => recoded(part.codes[at] as Int32Array, codes[index] as Int32Array))),
    ),
    odd: joined(parts.map(({ odd }, index) => moved(odd, index))),
    records: records.words,
    words: words.map((each) => each.words),
    placed: joined(parts.map(({ placed }, index) => moved(placed, index))),
    places: Float64Array.from(parts.flatMap(({ places }) => [...places])),
    hasEnded: parts.some(({ hasEnded }) => hasEnded),
    isClosed: parts.every(({ isClosed }) => isClosed),
  };
}

/** One dictionary of several, with the code in it of every word of each. */
function joinWords(all: readonly Words[]): { readonly words: Words; readonly codes: readonly Int32Array[] } {
  const known = byteWords();
  const codes = all.map((words) =>
    Int32Array.from(words.ends, (_, code) => {
      const word = wordAt(words, code);
      return known.codeOf(word, 0, word.length);
    }),
  );
  return { words: known.done(), codes };
}

const recoded = (codes: Int32Array, into: Int32Array): Int32Array =>
  codes.map((code) => (code < 0 ? code : (into[code] as number)));

function joined(parts: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
