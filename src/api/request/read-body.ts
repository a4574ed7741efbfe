import { ProblemError } from "../reply/problem.ts";

/** Refuses a body that says it is longer than the limit, before any of it is read. */
export function checkLength(request: Request, limit: number): void {
  const told = request.headers.get("content-length");
  if (told !== null && Number(told) > limit) throw tooLarge(limit);
}

/** Refuses a body that would first have to be unpacked: a few bytes of it may become as many as one likes. */
export function checkEncoding(request: Request): void {
  const encoding = request.headers.get("content-encoding")?.trim().toLowerCase() ?? "identity";
  if (encoding === "identity" || encoding === "") return;
  throw new ProblemError(415, "encoding-not-taken", {
    detail: "Send the body as it is, without a content-encoding. A file may be packed by itself.",
    headers: { "accept-encoding": "identity" },
  });
}

/** Reads the body, and no more of it than the limit. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.byteLength;
    if (size > limit) throw tooLarge(limit);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

export const tooLarge = (limit: number): ProblemError =>
  new ProblemError(413, "too-large", {
    detail: `A body may have at most ${limit} bytes here. Send it in parts, or as a file.`,
  });
