import { type ByteWords, byteWords, type Words } from "./byte-words.ts";
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
    record: recoded(
      parts.map(({ record }) => record),
      records.codes,
    ),
    order: joined(parts.map(({ order }) => order)),
    stamps: first.stamps.map((_, at) => joined(parts.map(({ stamps }) => stamps[at] as Int32Array))),
    codes: words.map(({ codes }, at) =>
      recoded(
        parts.map((part) => part.codes[at] as Int32Array),
        codes,
      ),
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
  const codes = all.map((words) => codesIn(known, words));
  return { words: known.done(), codes };
}

function codesIn(known: ByteWords, { bytes, ends }: Words): Int32Array {
  const codes = new Int32Array(ends.length);
  let from = 0;
  for (let code = 0; code < ends.length; code += 1) {
    const until = ends[code] as number;
    codes[code] = known.codeOf(bytes, from, until);
    from = until;
  }
  return codes;
}

/** The codes of all parts in the words of one dictionary, which has those of the first part as they are. */
function recoded(parts: readonly Int32Array[], into: readonly Int32Array[]): Int32Array {
  const all = joined(parts);
  for (let at = (parts[0] as Int32Array).length, index = 1; index < parts.length; index += 1) {
    const end = at + (parts[index] as Int32Array).length;
    const known = into[index] as Int32Array;
    for (; at < end; at += 1) if ((all[at] as number) >= 0) all[at] = known[all[at] as number] as number;
  }
  return all;
}

function joined(parts: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
