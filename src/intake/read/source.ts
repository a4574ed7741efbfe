import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";

/** A file to read: by its path, or as bytes with the name it goes by in findings. */
export type Source =
  | { readonly path: string; readonly name?: string }
  | { readonly bytes: Uint8Array; readonly name: string };

export type Bytes = AsyncIterable<Uint8Array>;

/** How far the reading has come, in bytes of the file as it lies on the disk. */
export type OnProgress = (done: { readonly bytes: number; readonly of: number }) => void;

export const nameOf = (source: Source): string => source.name ?? ("path" in source ? basename(source.path) : "bytes");

export async function sizeOf(source: Source): Promise<number> {
  return "bytes" in source ? source.bytes.length : (await stat(source.path)).size;
}

/** The first bytes of a source, fewer where it is shorter. */
export async function headOf(source: Source, length: number): Promise<Uint8Array> {
  if ("bytes" in source) return source.bytes.subarray(0, length);
  const file = await open(source.path);
  try {
    const buffer = new Uint8Array(length);
    const { bytesRead } = await file.read(buffer, 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The bytes of a source in pieces, telling how far it has come. */
export async function* bytesOf(source: Source, onProgress: OnProgress = () => {}): Bytes {
  const of = await sizeOf(source);
  let bytes = 0;
  const pieces = "bytes" in source ? slices(source.bytes) : createReadStream(source.path, { highWaterMark: piece });
  for await (const chunk of pieces as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    onProgress({ bytes, of });
    yield chunk;
  }
}

const piece = 256 * 1024;

function* slices(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
}
