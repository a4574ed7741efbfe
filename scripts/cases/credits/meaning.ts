import { has, type Input, word } from "./read.ts";
import { untranslated, withoutWord } from "./untranslated.ts";

/** What words of a closed list mean: the first pattern that a word fits holds. */
export type Meanings<T> = readonly (readonly [RegExp, T])[];

/** What a word means; a word that fits none sets the case aside, and nothing is taken in its place. */
export function meaningOf<T>(found: string, meanings: Meanings<T>): T {
  const meant = meanings.find(([pattern]) => pattern.test(found));
  if (!meant) throw untranslated(found);
  return meant[1];
}

/** What the word in a field means; the field must be there. */
export function meaning<T>(input: Input, name: string, meanings: Meanings<T>): T {
  if (!has(input, name)) throw withoutWord([name]);
  return meaningOf(word(input, name), meanings);
}

/** What the word in a field means, or what a contract that is silent about it means. */
export const meaningOr = <T>(input: Input, name: string, { silent, meanings }: Silent<T>): T =>
  has(input, name) ? meaning(input, name, meanings) : silent;

interface Silent<T> {
  readonly silent: T;
  readonly meanings: Meanings<T>;
}
