/**
 * A case that the runner cannot put to the engine as it is written. It is set aside with the sentence, since without
 * the word the engine would be asked another question.
 */
const setAside = (sentence: string): Error => Object.assign(new Error(sentence), { setAside: sentence });

export const untranslated = (word: string): Error => setAside(`the word '${word}' is not translated yet`);

export const withoutWord = (names: readonly string[]): Error =>
  setAside(`nothing is said by ${names.map((name) => `'${name}'`).join(" or ")}`);

/** The sentence with which a case is set aside, or null where the problem is another. */
export const sentenceOf = (problem: unknown): string | null =>
  problem instanceof Error && "setAside" in problem ? String(problem.setAside) : null;
