import type { FileRule } from "../../wire/mapping/mapping.ts";
import { isZip } from "../read/unpack.ts";
import type { ByteSource } from "./byte-source.ts";
import { decoderOf } from "./decoder.ts";

/** The first line of a file as text, and its length in bytes with its end and with a mark before it. */
export interface Header {
  readonly text: string;
  readonly length: number;
}

/** No header is longer. */
const longest = 1 << 18;

/** The header of a plain file; null where it is packed, coded otherwise than the mapping says, or no single line. */
export function headerOf(bytes: ByteSource, encoding: FileRule["encoding"]): Header | null {
  const buffer = new Uint8Array(longest);
  const head = buffer.subarray(0, bytes.read(buffer, 0));
  const marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const isPacked = isZip(head) || (head[0] === 0x1f && head[1] === 0x8b);
  if (isWide || isPacked || (marked && encoding !== "utf-8")) return null;
  const end = head.indexOf(10);
  if (end < 0) return null;
  const text = decoderOf(encoding)
    .decode(head.subarray(marked ? 3 : 0, end))
    .replace(/\r$/, "");
  const quotes = text.split('"').length - 1;
  return text.trim() === "" || text.includes("\r") || quotes % 2 === 1 ? null : { text, length: end + 1 };
}
