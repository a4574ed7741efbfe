import type { FileRule } from "../../wire/mapping/mapping.ts";

/** Text from the bytes of a cell or a line; a mark in the middle of a file is a letter like any other. */
export const decoderOf = (encoding: FileRule["encoding"]): TextDecoder =>
  new TextDecoder(encoding === "utf-8" ? "utf-8" : "windows-1252", { ignoreBOM: true });
