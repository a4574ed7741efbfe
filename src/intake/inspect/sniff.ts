import type { FileRule } from "../../wire/mapping/mapping.ts";
import { headOf, type Source } from "../read/source.ts";
import { isZip, unpacked } from "../read/unpack.ts";
import { zipNames } from "../read/zip.ts";
import { Refused } from "../refused.ts";

/** What the first bytes of a file show about its form. */
export interface Sniffed {
  readonly kind: FileRule["kind"] | "icalendar";
  readonly separator: FileRule["separator"];
  readonly encoding: FileRule["encoding"];
  /** Why, in words, for a person to judge. */
  readonly reasons: readonly string[];
}

const looked = 256 * 1024;

/** Tells the kind, separator and encoding of a file by its beginning; names and endings weigh nothing. */
export async function sniff(source: Source): Promise<Sniffed> {
  const head = await headOf(source, 4);
  const isWorkbook = isZip(head) && (await zipNames(source)).includes("[Content_Types].xml");
  if (isWorkbook) {
    return {
      kind: "xlsx",
      separator: "comma",
      encoding: "utf-8",
      reasons: ["the package holds the parts of a workbook"],
    };
  }
  const bytes = await beginning(source);
  const encoding = encodingOf(bytes);
  const label = encoding === "utf-16" ? (bytes[0] === 0xfe ? "utf-16be" : "utf-16le") : encoding;
  const text = new TextDecoder(label).decode(bytes).trimStart();
  return { ...kindOf(text), encoding };
}

async function beginning(source: Source): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of unpacked(source)) {
      pieces.push(piece);
      size += piece.length;
      if (size >= looked) break;
    }
  } catch (error) {
    if (!(error instanceof Refused) || size === 0) throw error;
  }
  return Buffer.concat(pieces).subarray(0, looked);
}

function encodingOf(bytes: Uint8Array): FileRule["encoding"] {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return "utf-16";
  const zeros = bytes.subarray(0, 1000).filter((byte, i) => byte === 0 && i % 2 === 1).length;
  if (zeros > Math.min(bytes.length, 1000) * 0.3) return "utf-16";
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
}

/** The last bytes are left out, since a letter of several bytes may be cut there. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, Math.max(0, bytes.length - 4)), {
      stream: true,
    });
    return true;
  } catch {
    return false;
  }
}

function kindOf(text: string): Omit<Sniffed, "encoding"> {
  if (text.startsWith("BEGIN:VCALENDAR"))
    return { kind: "icalendar", separator: "comma", reasons: ["it begins as an iCalendar"] };
  if (text.startsWith("{"))
    return { kind: "jsonl", separator: "comma", reasons: ["each line begins as a JSON object"] };
  if (text.startsWith("<")) return { kind: "xes", separator: "comma", reasons: ["it begins as XML with a log"] };
  return { kind: "csv", ...separatorOf(text) };
}

const signs: readonly (readonly [FileRule["separator"], string])[] = [
  ["comma", ","],
  ["semicolon", ";"],
  ["tab", "\t"],
  ["pipe", "|"],
];

/** The sign that stands equally often in the first lines, and most often in the header. */
function separatorOf(text: string): Pick<Sniffed, "separator" | "reasons"> {
  const lines = text
    .split(/\r\n|\n|\r/)
    .slice(0, 20)
    .filter((line) => line.trim() !== "");
  const counts = signs.map(([name, sign]) => {
    const perLine = lines.map((line) => line.replace(/"[^"]*"/g, "").split(sign).length - 1);
    const first = perLine[0] ?? 0;
    return { name, first, steady: perLine.filter((count) => count === first).length };
  });
  const best = counts.filter(({ first }) => first > 0).sort((a, b) => b.steady - a.steady || b.first - a.first)[0];
  if (!best) return { separator: "comma", reasons: ["the header holds one column"] };
  return { separator: best.name, reasons: [`the header holds ${best.first + 1} columns when cut at the ${best.name}`] };
}
