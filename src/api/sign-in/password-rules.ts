import { commonWords } from "./common-words.ts";
import { refused } from "./refused.ts";

export const leastLength = 12;
export const mostLength = 128;

/**
 * Refuses a password that is too short or easily guessed: a common one, one made of a single common word or of words
 * that whoever guesses knows (name, e-mail address, this program), a row of keys or of one character.
 */
export function checkPassword(password: string, known: readonly string[]): void {
  const length = [...password].length;
  if (length < leastLength)
    throw refused(
      "password-too-short",
      `A password has at least ${leastLength} characters; three or four words do well.`,
    );
  if (length > mostLength) throw refused("password-too-long", `A password has at most ${mostLength} characters.`);
  if (isGuessable(password, known))
    throw refused(
      "password-too-common",
      "This password is among those tried first. Take three or four unrelated words.",
    );
}

function isGuessable(password: string, known: readonly string[]): boolean {
  const plain = plainly(password);
  if (new Set(plain).size < 5 || isRow(password.toLowerCase())) return true;
  const words = [...commonWords, ...known.flatMap((text) => plainly(text, " ").split(" ")), "underpin"]
    .filter((word) => word.length > 3)
    .toSorted((a, b) => b.length - a.length);
  let rest = plain;
  const found = words.filter((word) => {
    const before = rest;
    rest = rest.replaceAll(word, " ");
    return rest !== before;
  });
  // Digits and signs around one or two known words are tried as well; three words together are not.
  return found.length > 0 && found.length < 3 && new Set(rest.replace(/[^\p{L}]/gu, "")).size < 5;
}

/** Lower case, with the usual signs for letters put back: `P@ssw0rd` is `password`. */
const plainly = (text: string, between = ""): string =>
  text
    .toLowerCase()
    .replace(/[@4]/g, "a")
    .replace(/[3€]/g, "e")
    .replace(/[1!|]/g, "i")
    .replace(/0/g, "o")
    .replace(/[$5]/g, "s")
    .replace(/7/g, "t")
    .replace(/[^\p{L}\p{N}]+/gu, between);

const rows = [
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertzuiopasdfghjklyxcvbnm",
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
];

/** Four characters of a row of keys again and again. */
function isRow(text: string): boolean {
  const pieces = Array.from({ length: Math.max(0, text.length - 3) }, (_, at) => text.slice(at, at + 4));
  const inRow = (piece: string): boolean =>
    rows.some((row) => row.includes(piece) || row.includes([...piece].reverse().join("")));
  return pieces.length > 0 && pieces.filter(inRow).length > pieces.length / 2;
}
