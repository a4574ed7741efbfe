import { strFromU8, strToU8 } from "fflate";

type Parts = Readonly<Record<string, Uint8Array>>;

const table = "word/fontTable.xml";

/**
 * Embedded fonts are mixed with a key that the library draws by chance; here each is mixed with the same one again, so
 * that the same report has the same bytes (ECMA-376, part 4, font embedding: the first 32 bytes, the key backwards).
 */
export function settleFonts(parts: Parts): Parts {
  const xml = strFromU8(parts[table] ?? new Uint8Array());
  const keys = [...xml.matchAll(/w:fontKey="\{([^}]+)\}"/g)].map(([, key = ""]) => key);
  const settled = keys.map((key, index) => {
    const name = `word/fonts/font${index + 1}.odttf`;
    return [name, mixed(parts[name] ?? new Uint8Array(), bytesOf(key), bytesOf(oneKey))] as const;
  });
  return {
    ...parts,
    ...Object.fromEntries(settled),
    [table]: strToU8(xml.replace(/(w:fontKey="\{)[^}]+/g, `$1${oneKey}`)),
  };
}

const oneKey = "5A1E0001-C0DE-4A11-8000-0123456789AB";

const bytesOf = (key: string): readonly number[] =>
  (key.replaceAll("-", "").match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)).reverse();

const mixed = (font: Uint8Array, before: readonly number[], after: readonly number[]): Uint8Array =>
  font.map((byte, index) =>
    index < 32 ? byte ^ (before[index % before.length] ?? 0) ^ (after[index % after.length] ?? 0) : byte,
  );
