import { unzlibSync } from "fflate";

const headSize = 12;
const entrySize = 16;

/** A font of the web (WOFF 1.0) as a font of a computer: the same tables, unpacked, behind a table of contents. */
export function fontOfWoff(woff: Uint8Array): Uint8Array {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  const count = view.getUint16(12);
  const tables = Array.from({ length: count }, (_, index) => tableAt(woff, view, 44 + index * 20));
  const size = tables.reduce((sum, { bytes }) => sum + padded(bytes.length), headSize + count * entrySize);
  const font = new Uint8Array(size);
  const out = new DataView(font.buffer);
  writeHead(out, view.getUint32(4), count);
  let place = headSize + count * entrySize;
  tables.forEach(({ tag, checksum, bytes }, index) => {
    [tag, checksum, place, bytes.length].forEach((value, field) => {
      out.setUint32(headSize + index * entrySize + field * 4, value);
    });
    font.set(bytes, place);
    place += padded(bytes.length);
  });
  return font;
}

const padded = (length: number): number => Math.ceil(length / 4) * 4;

/** A table is packed only where that makes it smaller. */
function tableAt(woff: Uint8Array, view: DataView, at: number) {
  const [start, packed, length] = [view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12)];
  const own = woff.subarray(start, start + packed);
  return {
    tag: view.getUint32(at),
    checksum: view.getUint32(at + 16),
    bytes: packed < length ? unzlibSync(own) : own,
  };
}

function writeHead(out: DataView, flavour: number, count: number): void {
  const power = Math.floor(Math.log2(count));
  out.setUint32(0, flavour);
  out.setUint16(4, count);
  out.setUint16(6, 2 ** power * 16);
  out.setUint16(8, power);
  out.setUint16(10, count * 16 - 2 ** power * 16);
}
