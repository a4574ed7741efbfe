/** The characters that a font has (OpenType `cmap`, formats 4 and 12, which every font has one of). */
export function coveredBy(font: Uint8Array): (character: number) => boolean {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const start = tableOf(view, 0x636d6170);
  const spans = Array.from({ length: view.getUint16(start + 2) }, (_, index) =>
    spansOf(view, start + view.getUint32(start + 8 + index * 8)),
  ).flat();
  return (character) => spans.some(([first, last]) => character >= first && character <= last);
}

type Span = readonly [first: number, last: number];

function tableOf(view: DataView, tag: number): number {
  const places = Array.from({ length: view.getUint16(4) }, (_, index) => 12 + index * 16);
  const found = places.find((place) => view.getUint32(place) === tag);
  return found === undefined ? 0 : view.getUint32(found + 8);
}

function spansOf(view: DataView, at: number): readonly Span[] {
  const format = view.getUint16(at);
  if (format === 12)
    return Array.from({ length: view.getUint32(at + 12) }, (_, index) => [
      view.getUint32(at + 16 + index * 12),
      view.getUint32(at + 20 + index * 12),
    ]);
  if (format !== 4) return [];
  const double = view.getUint16(at + 6);
  return Array.from(
    { length: double / 2 },
    (_, index): Span => [view.getUint16(at + 16 + double + index * 2), view.getUint16(at + 14 + index * 2)],
  ).filter(([first]) => first !== 0xffff);
}
