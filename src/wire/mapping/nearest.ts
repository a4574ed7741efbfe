/** The known word closest to a misspelt one, or null where none is close. Case and separators weigh nothing. */
export function nearest(word: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const d = steps(plain(word), plain(candidate));
    if (d < distance) [best, distance] = [candidate, d];
  }
  return distance <= Math.max(2, Math.floor(word.length / 2)) ? best : null;
}

const plain = (word: string): string => word.toLowerCase().replace(/[\s_.:-]+/g, "");

/** Insertions, deletions and exchanges between two words, both cut at 60 letters. */
function steps(a: string, b: string): number {
  const [left, right] = [a.slice(0, 60), b.slice(0, 60)];
  let row = Array.from({ length: right.length + 1 }, (_, i) => i);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const same = left[i - 1] === right[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
