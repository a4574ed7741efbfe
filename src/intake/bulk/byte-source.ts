import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { Source } from "../read/source.ts";

/** Bytes to be read from any place. */
export interface ByteSource {
  readonly size: number;
  /** Fills `into` with the bytes from `at` on; how many there were. */
  readonly read: (into: Uint8Array, at: number) => number;
  readonly close: () => void;
}

/** Opens a source for reading from any place. */
export function byteSource(source: Source): ByteSource {
  if ("bytes" in source) return ofBytes(source.bytes);
  const file = openSync(source.path, "r");
  return {
    size: fstatSync(file).size,
    read: (into, at) => readSync(file, into, 0, into.length, at),
    close: () => closeSync(file),
  };
}

function ofBytes(bytes: Uint8Array): ByteSource {
  const read = (into: Uint8Array, at: number): number => {
    const part = bytes.subarray(at, at + into.length);
    into.set(part);
    return part.length;
  };
  return { size: bytes.length, read, close: () => {} };
}
