import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { settleFonts } from "./settle-fonts.ts";

/** Whether the page numbers within are certain, or Word should work them out when it opens the document. */
export type Pages = "certain" | "guessed";

/**
 * The document with nothing in it that differs from run to run: its dates are the period's, its numbers count from one,
 * its files bear one date. What the library cannot say is added: figures of one width, and the language of the whole.
 */
export function settle(
  document: Uint8Array,
  { date, pages }: { readonly date: string; readonly pages: Pages },
): Uint8Array {
  const parts = settleFonts(unzipSync(document));
  const changes: Readonly<Record<string, (xml: string) => string>> = {
    "docProps/core.xml": (xml) => dated(xml, date),
    "word/document.xml": numbered,
    "word/styles.xml": tabular,
    ...(pages === "guessed" ? { "word/settings.xml": updating } : {}),
  };
  const files: Zippable = Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => {
      const change = changes[name];
      return [name, [change === undefined ? bytes : strToU8(change(strFromU8(bytes))), { mtime: start }]];
    }),
  );
  return zipSync(files, { level: 6 });
}

/** The first instant that a zip file can tell, in whatever zone it is written. */
const start = new Date(1980, 0, 1);

const dated = (xml: string, date: string): string =>
  xml
    .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`)
    .replace("</cp:coreProperties>", "<dc:language>en-GB</dc:language></cp:coreProperties>");

const numbered = (xml: string): string =>
  [/(<wp:docPr [^>]*?\bid=")(\d+)/g, /(<w:bookmark(?:Start|End)[^>]*? w:id=")(-?\d+)/g, /(\b_Toc)(\d+)/g].reduce(
    counted,
    xml,
  );

/** Each number that is found, replaced by its place among them. */
function counted(xml: string, found: RegExp): string {
  const places = new Map<string, number>();
  return xml.replace(found, (_, before: string, number: string) => {
    const place = places.get(number) ?? places.size + 1;
    places.set(number, place);
    return `${before}${place}`;
  });
}

/** Figures of one width stand under each other; said where the font of the whole document is. */
const tabular = (xml: string): string =>
  xml.replace("</w:rPr></w:rPrDefault>", '<w14:numSpacing w14:val="tabular"/></w:rPr></w:rPrDefault>');

const updating = (xml: string): string => xml.replace("<w:compat>", '<w:updateFields w:val="true"/><w:compat>');
