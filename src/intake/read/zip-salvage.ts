import { pipeline, Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";
import { Refused } from "../refused.ts";
import { type Bytes, bytesOf, headOf, type OnProgress, type Source } from "./source.ts";

/** Length of the head before the name of a file. */
const headerLength = 30;

/** Where the packed bytes of the first file of a zip begin; null where it is no deflated file in the clear. */
interface First {
  readonly name: string;
  readonly start: number;
}

/**
 * What can still be read of a zip that lost its end: its first file, up to the cut. Null where there is none, or
 * where another file is asked for. The bytes always end in a refusal, since the package is not whole.
 */
export async function salvaged(
  source: Source,
  inside: string | undefined,
  onProgress?: OnProgress,
): Promise<Bytes | null> {
  const first = await firstOf(source);
  if (first === null || (inside !== undefined && inside !== first.name)) return null;
  return inflated(after(bytesOf(source, onProgress), first.start));
}

/** The name and place of the first file of a zip. */
export async function firstOf(source: Source): Promise<First | null> {
  return firstIn(await headOf(source, headerLength + 64 * 1024));
}

function firstIn(head: Uint8Array): First | null {
  if (head.length < headerLength) return null;
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  const deflated = view.getUint32(0, true) === 0x04034b50 && view.getUint16(8, true) === 8;
  const encrypted = (view.getUint16(6, true) & 1) === 1;
  if (!deflated || encrypted) return null;
  const nameEnd = headerLength + view.getUint16(26, true);
  const start = nameEnd + view.getUint16(28, true);
  return start < head.length ? { name: new TextDecoder().decode(head.subarray(headerLength, nameEnd)), start } : null;
}

async function* after(bytes: Bytes, start: number): Bytes {
  let skip = start;
  for await (const chunk of bytes) {
    const rest = chunk.subarray(Math.min(skip, chunk.length));
    skip = Math.max(0, skip - chunk.length);
    if (rest.length > 0) yield rest;
  }
}

async function* inflated(bytes: Bytes): Bytes {
  let out = 0;
  let says = "the directory at its end is missing";
  try {
    for await (const chunk of pipeline(Readable.from(bytes), createInflateRaw({ chunkSize: 256 * 1024 }), () => {})) {
      out += (chunk as Uint8Array).length;
      yield chunk as Uint8Array;
    }
  } catch (error) {
    says = `${says}; ${error instanceof Error ? error.message : String(error)}`;
  }
  throw new Refused("package-damaged", { package: "zip", after: String(out), says });
}
