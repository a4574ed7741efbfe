import { nearest } from "../mapping/nearest.ts";

/** The known word that was probably meant: the one that begins alike, else the nearest by its letters. */
export function closest(word: string, known: readonly string[]): string | null {
  const alike =
    word.length < 3 ? [] : known.filter((one) => one.startsWith(word) || (one.length > 2 && word.startsWith(one)));
  return alike.length === 1 ? (alike[0] ?? null) : nearest(word, known);
}
