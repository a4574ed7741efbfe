import type { Cells } from "./read/row.ts";

/**
 * A number of 53 bits from all cells of a row, to recognise a row that was read before. Two different rows share it
 * once in some 10^15 pairs, and a repeat must also say the same in every mapped word.
 */
export function fingerprint(cells: Cells): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (const name in cells) {
    const text = cells[name] as string;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      a = Math.imul(a ^ code, 2654435761);
      b = Math.imul(b ^ code, 1597334677);
    }
    a = Math.imul(a ^ 0x1f, 2654435761);
    b = Math.imul(b ^ 0x1f, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
