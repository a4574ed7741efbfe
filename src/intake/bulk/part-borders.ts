import type { ByteSource } from "./byte-source.ts";

const [block, line] = [1 << 20, 10];

/** Parts of about one length from a place to the end of a file, each of whole lines; fewer where lines are long. */
export function partsOf(bytes: ByteSource, from: number, count: number): { from: number; until: number }[] {
  const borders = [from];
  const buffer = new Uint8Array(block);
  for (let i = 1; i < count; i += 1) {
    const near = from + Math.floor(((bytes.size - from) * i) / count);
    const end = buffer.subarray(0, bytes.read(buffer, near)).indexOf(line);
    if (end >= 0 && near + end + 1 > (borders.at(-1) as number)) borders.push(near + end + 1);
  }
  return borders
    .map((start, index) => ({ from: start, until: borders[index + 1] ?? bytes.size }))
    .filter((part) => part.from < part.until);
}
