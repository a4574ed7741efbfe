import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { Refused } from "../refused.ts";
import { type Bytes, bytesOf, headOf, type OnProgress, type Source, sizeOf } from "./source.ts";
import { openZipEntry } from "./zip.ts";

/** What may come out of a packed file before it is refused as a bomb. */
export interface Limits {
  /** Bytes unpacked in all. */
  readonly bytes: number;
  /** Times the packed size, once more than `free` bytes came out. */
  readonly ratio: number;
  readonly free: number;
}

/** 8 GiB, and not more than 200 times the packed size after the first 64 MiB. Text logs pack 10 to 40 times. */
export const usualLimits: Limits = { bytes: 8 * 1024 ** 3, ratio: 200, free: 64 * 1024 ** 2 };

export interface Unpacking {
  readonly onProgress?: OnProgress;
  readonly limits?: Limits;
  /** File inside a zip. */
  readonly inside?: string;
  /** False for formats that are themselves a zip. */
  readonly zips?: boolean;
}

/**
 * The bytes of a plain, gzip or zip file; which of them shows in its first bytes, never in its name.
 * Refuses (throws `Refused`) a bomb, a damaged package, and a zip with several files where none is named.
 */
export async function* unpacked(source: Source, how: Unpacking = {}): Bytes {
  const head = await headOf(source, 4);
  const limits = how.limits ?? usualLimits;
  const packed = await sizeOf(source);
  if (packed === 0) throw new Refused("file-empty");
  if (head[0] === 0x1f && head[1] === 0x8b) {
    yield* limited(gunzipped(bytesOf(source, how.onProgress)), packed, limits);
  } else if (isZip(head) && how.zips !== false) {
    const entry = await openZipEntry(source, how);
    yield* limited(entry.bytes, entry.packed, limits);
  } else {
    yield* bytesOf(source, how.onProgress);
  }
}

export const isZip = (head: Uint8Array): boolean => head[0] === 0x50 && head[1] === 0x4b && (head[2] ?? 9) < 8;

async function* gunzipped(bytes: Bytes): Bytes {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  const stream = pipeline(Readable.from(bytes), gunzip, () => {});
  let out = 0;
  try {
    for await (const chunk of stream) {
      out += (chunk as Uint8Array).length;
      yield chunk as Uint8Array;
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused("package-damaged", { package: "gzip", after: String(out), says: messageOf(error) });
  }
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function* limited(bytes: Bytes, packed: number, limits: Limits): Bytes {
  let out = 0;
  for await (const chunk of bytes) {
    out += chunk.length;
    const bomb = out > limits.bytes || (out > limits.free && out > packed * limits.ratio);
    if (bomb) throw new Refused("package-too-large", { packed: String(packed), unpacked: `more than ${out}` });
    yield chunk;
  }
}
