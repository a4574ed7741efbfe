import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { backUp } from "../store/keeping/backup-file.ts";
import { newId } from "../store/new-id.ts";
import type { Database } from "../store/session.ts";

/** Of what, and into which folder first. */
interface Streaming {
  readonly database: Database;
  readonly folder: string;
  readonly version: string;
  readonly onFault: (error: Error) => void;
}

/**
 * The bytes of a backup. It is written into a file first, as fast as the disk takes it, so that a slow reader keeps
 * nobody from the one connection of an embedded database. The file is gone at the end, read whole or not.
 */
export function streamBackup(
  { database, folder, version, onFault }: Streaming,
  at: number,
): ReadableStream<Uint8Array> {
  const file = join(folder, `${newId()}.backup`);
  const bytes = Readable.from(written(), { objectMode: false });
  bytes.on("error", onFault);
  return Readable.toWeb(bytes) as ReadableStream<Uint8Array>;

  async function* written(): AsyncGenerator<Buffer> {
    try {
      await backUp(database, { file, version, at });
      yield* createReadStream(file) as AsyncIterable<Buffer>;
    } finally {
      await rm(file, { force: true });
    }
  }
}
