import type { FileRule } from "../../wire/mapping/mapping.ts";
import type { Ledger } from "../ledger.ts";
import type { Bytes } from "./source.ts";

const labels: Record<FileRule["encoding"], string> = {
  "utf-8": "utf-8",
  "utf-16": "utf-16le",
  "windows-1252": "windows-1252",
  "latin-1": "windows-1252",
};

/**
 * Text of the bytes in pieces, with line ends as `\n` alone. A byte order mark at the start decides over the
 * mapping, with a finding where they differ. Bytes that are no text become `\uFFFD`, found once for each piece.
 */
export async function* decoded(bytes: Bytes, encoding: FileRule["encoding"], ledger: Ledger): AsyncIterable<string> {
  let decoder: TextDecoder | null = null;
  let ended = false;
  const hold = { carriage: "" };
  for await (const chunk of joinedHead(bytes)) {
    decoder ??= new TextDecoder(labelFor(chunk, encoding, ledger));
    yield lines(decoder.decode(chunk, { stream: true }), hold);
    ended = true;
  }
  if (ended && decoder) yield lines(decoder.decode(), hold) + (hold.carriage ? "\n" : "");
}

/** The first piece has at least four bytes, so that a byte order mark is never cut. */
async function* joinedHead(bytes: Bytes): Bytes {
  let head: Uint8Array | null = new Uint8Array(0);
  for await (const chunk of bytes) {
    if (head === null) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length >= 4) {
      yield head;
      head = null;
    }
  }
  if (head !== null && head.length > 0) yield head;
}

function labelFor(chunk: Uint8Array, encoding: FileRule["encoding"], ledger: Ledger): string {
  const marked = markOf(chunk);
  if (marked === null || marked === labels[encoding] || (encoding === "utf-16" && marked === "utf-16be")) {
    return marked ?? labels[encoding];
  }
  ledger.add({ code: "encoding-differs", weight: "note", facts: { mapping: encoding, file: marked } });
  return marked;
}

function markOf(chunk: Uint8Array): string | null {
  const [a, b, c] = chunk;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return null;
}

/** `\r\n` and a lone `\r` become `\n`; a `\r` at the end of a piece waits for the next. */
function lines(text: string, hold: { carriage: string }): string {
  let whole = hold.carriage + text;
  hold.carriage = "";
  if (whole.endsWith("\r")) {
    hold.carriage = "\r";
    whole = whole.slice(0, -1);
  }
  return whole.includes("\r") ? whole.replace(/\r\n?/g, "\n") : whole;
}
