/** `a`, `a and b`, `a, b and c`. */
export function all(words: readonly string[]): string {
  return joined(words, "and");
}

/** `a`, `a or b`, `a, b or c`. */
export function any(words: readonly string[]): string {
  return joined(words, "or");
}

function joined(words: readonly string[], by: string): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${by} ${words.at(-1)}`;
}

/** `1 record`, `2 records`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${group(count)} ${count === 1 ? one : many}`;
}

/** `1 274`: thousands are set apart by a space. */
export function group(count: number | bigint): string {
  return count.toString().replace(/\B(?=(\d{3})+$)/g, " ");
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The first letter small, unless the word is written in capitals throughout (`SLA`). */
export const small = (text: string): string =>
  /^[A-Z](?![A-Z])/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** A full stop where the sentence has none. */
export const sentence = (text: string): string => (/[.!?”]$/.test(text) ? capital(text) : `${capital(text)}.`);
