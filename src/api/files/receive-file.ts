import { createHash } from "node:crypto";
import { mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { newId } from "../../store/new-id.ts";
import type { Limits } from "../deps.ts";
import { ProblemError } from "../reply/problem.ts";
import { tooLarge } from "../request/read-body.ts";
import { within } from "../request/within.ts";

/** A file as it was received, whole and on the disk. */
export interface Received {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Removes it again, where nobody took it over. */
  readonly forget: () => Promise<void>;
}

/**
 * Writes the body of a request to a file of its own, piece by piece as the disk takes it. Nothing stays of one that was
 * cut, that is too large, or of which nothing came for too long.
 */
export async function receiveFile(request: Request, { uploads, file: limit, seconds }: Limits): Promise<Received> {
  await mkdir(uploads, { recursive: true, mode: 0o700 });
  const path = join(uploads, newId());
  const forget = (): Promise<void> => rm(path, { force: true });
  const target = await open(path, "wx", 0o600);
  const hash = createHash("sha256");
  const pieces = request.body?.getReader();
  let bytes = 0;
  try {
    for (;;) {
      const { done = true, value: piece } = (await within(seconds, pieces?.read() ?? nothing)) ?? {};
      if (done || piece === undefined) break;
      bytes += piece.byteLength;
      if (bytes > limit) throw tooLarge(limit);
      hash.update(piece);
      await target.writeFile(piece);
    }
    if (bytes === 0)
      throw new ProblemError(400, "file-empty", {
        detail: "The file has no bytes. Send it as the body of the request.",
      });
    await target.sync();
  } catch (error) {
    pieces?.cancel(error).catch(() => {});
    await target.close();
    await forget();
    throw error;
  }
  await target.close();
  return { path, bytes, sha256: hash.digest("hex"), forget };
}

const nothing = Promise.resolve(undefined);
