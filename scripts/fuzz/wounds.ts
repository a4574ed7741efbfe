import fc from "fast-check";

/** What files suffer: bytes and lines that are lost, exchanged, inserted or said twice. */
type Wound =
  | { readonly kind: "cut"; readonly at: number }
  | { readonly kind: "flip" | "insert"; readonly at: number; readonly byte: number }
  | { readonly kind: "lose line" | "double line"; readonly at: number }
  | { readonly kind: "swap lines"; readonly at: number; readonly other: number };

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const byte = fc.oneof(
  fc.integer({ min: 0, max: 255 }),
  fc.constantFrom(0, 9, 10, 13, 34, 38, 42, 44, 45, 58, 60, 91, 123, 200),
);

const wound: fc.Arbitrary<Wound> = fc.oneof(
  fc.record({ kind: fc.constant("cut" as const), at: share }),
  fc.record({ kind: fc.constantFrom("flip" as const, "insert" as const), at: share, byte }),
  fc.record({ kind: fc.constantFrom("lose line" as const, "double line" as const), at: share }),
  fc.record({ kind: fc.constant("swap lines" as const), at: share, other: share }),
);

export const wounds = fc.array(wound, { minLength: 1, maxLength: 4 });

/** The bytes of a file after its wounds. */
export const wounded = (bytes: Uint8Array, all: readonly Wound[]): Uint8Array => all.reduce(hurt, bytes);

function hurt(bytes: Uint8Array, hit: Wound): Uint8Array {
  if (hit.kind === "cut") return bytes.subarray(0, Math.floor(hit.at * bytes.length));
  if (hit.kind === "flip" || hit.kind === "insert") {
    const place = Math.floor(hit.at * bytes.length);
    const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
    return Buffer.concat([before, Uint8Array.of(hit.byte), hit.kind === "flip" ? after.subarray(1) : after]);
  }
  const lines = Buffer.from(bytes).toString("latin1").split("\n");
  const place = Math.floor(hit.at * lines.length);
  const line = lines[place] ?? "";
  if (hit.kind === "lose line") lines.splice(place, 1);
  else if (hit.kind !== "swap lines") lines.splice(place, 0, line);
  else {
    const other = Math.floor(hit.other * lines.length);
    [lines[place], lines[other]] = [lines[other] ?? "", line];
  }
  return Buffer.from(lines.join("\n"), "latin1");
}
