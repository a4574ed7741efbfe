import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { coveredBy } from "./covered.ts";
import { fontOfWoff } from "./woff.ts";

/** Fonts of a document: their families in the order in which a character is looked for, and their files. */
export interface Fonts {
  readonly name: "usual" | "every script";
  readonly families: readonly string[];
  readonly files: readonly Uint8Array[];
}

/**
 * The fonts that a text needs, and the characters that none of them has, each once. Latin, Greek and Cyrillic are in
 * the usual one; other scripts are loaded where a text has them. The last is drawn on a raster: plain, but it has nearly all.
 */
export function fontsFor(text: string): { readonly fonts: Fonts; readonly missing: readonly string[] } {
  const strange = notIn(usual(), [...new Set(text)].filter(isDrawn));
  if (strange.length === 0) return { fonts: usual(), missing: [] };
  return { fonts: everyScript(), missing: notIn(everyScript(), strange) };
}

/** Spaces and marks of control are not drawn. */
const isDrawn = (character: string): boolean => !/^[\p{Z}\p{Cc}\p{Cf}]$/u.test(character);

function notIn({ files }: Fonts, characters: readonly string[]): readonly string[] {
  const covers = files.map(covered);
  return characters.filter((each) => !covers.some((has) => has(each.codePointAt(0) ?? 0)));
}

const known = new WeakMap<Uint8Array, (character: number) => boolean>();

function covered(file: Uint8Array): (character: number) => boolean {
  const found = known.get(file) ?? coveredBy(file);
  known.set(file, found);
  return found;
}

const require = createRequire(import.meta.url);
const read = (path: string): Uint8Array => new Uint8Array(readFileSync(path));
/** The folder of fonts of a package whose entry lies in a folder beside it. */
const fontsBeside = (entry: string, name: string): Uint8Array =>
  read(join(dirname(entry), "..", "fonts", `${name}.ttf`));

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

const usual = once(
  (): Fonts => ({
    name: "usual",
    families: ["Inter"],
    files: [
      read(require.resolve("@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf")),
      read(require.resolve("@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf")),
      read(require.resolve("@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf")),
    ],
  }),
);

const everyScript = once(
  (): Fonts => ({
    name: "every script",
    families: [...usual().families, "Noto Naskh Arabic", "Noto Sans Hebrew", "UnifontExMono"],
    files: [
      ...usual().files,
      fontsBeside(require.resolve("@embedpdf/fonts-arabic"), "NotoNaskhArabic-Regular"),
      fontsBeside(require.resolve("@embedpdf/fonts-arabic"), "NotoNaskhArabic-Bold"),
      fontsBeside(require.resolve("@embedpdf/fonts-hebrew"), "NotoSansHebrew-Regular"),
      fontsBeside(require.resolve("@embedpdf/fonts-hebrew"), "NotoSansHebrew-Bold"),
      fontOfWoff(read(require.resolve("@fontsource/unifontex/files/unifontex-latin-400-normal.woff"))),
    ],
  }),
);
