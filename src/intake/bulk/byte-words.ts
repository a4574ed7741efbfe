/** Words by their bytes: the same bytes have the same code, counted from 0 in the order of their first mention. */
export interface ByteWords {
  readonly codeOf: (bytes: Uint8Array, from: number, until: number) => number;
  /** The code of a word that is known; -1 for any other. */
  readonly find: (bytes: Uint8Array) => number;
  readonly size: () => number;
  readonly done: () => Words;
}

/** Words as bytes one after the other: word `i` from `ends[i - 1]` (0 for the first) to before `ends[i]`. */
export interface Words {
  readonly bytes: Uint8Array;
  readonly ends: Int32Array;
}

/** A dictionary of words by their bytes. */
export function byteWords(): ByteWords {
  let store = new Uint8Array(4096);
  let ends = new Int32Array(256);
  let hashes = new Int32Array(256);
  let slots = new Int32Array(1024).fill(-1);
  let [size, used, last] = [0, 0, -1];
  return {
    codeOf,
    find: (bytes) =>
      slots[slotOf(bytes, { from: 0, until: bytes.length, hash: hashOf(bytes, 0, bytes.length) })] as number,
    size: () => size,
    done: () => ({ bytes: store.slice(0, used), ends: ends.slice(0, size) }),
  };

  /** What is said often is said often in a row. */
  function codeOf(bytes: Uint8Array, from: number, until: number): number {
    if (last >= 0 && isSame(last, bytes, { from, until })) return last;
    const hash = hashOf(bytes, from, until);
    const slot = slotOf(bytes, { from, until, hash });
    const found = slots[slot] as number;
    last = found >= 0 ? found : add(bytes.subarray(from, until), hash, slot);
    return last;
  }

  function slotOf(bytes: Uint8Array, { from, until, hash }: { from: number; until: number; hash: number }): number {
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const code = slots[slot] as number;
      if (code < 0 || (hashes[code] === hash && isSame(code, bytes, { from, until }))) return slot;
    }
  }

  function isSame(code: number, bytes: Uint8Array, { from, until }: { from: number; until: number }): boolean {
    const start = code === 0 ? 0 : (ends[code - 1] as number);
    const length = (ends[code] as number) - start;
    if (length !== until - from) return false;
    for (let i = 0; i < length; i += 1) if (store[start + i] !== bytes[from + i]) return false;
    return true;
  }

  function add(word: Uint8Array, hash: number, slot: number): number {
    const code = size;
    if (used + word.length > store.length) store = grown(store, Math.max(store.length * 2, used + word.length));
    if (code === ends.length) {
      ends = grown(ends, code * 2);
      hashes = grown(hashes, code * 2);
    }
    store.set(word, used);
    used += word.length;
    ends[code] = used;
    hashes[code] = hash;
    slots[slot] = code;
    size += 1;
    if (size * 2 > slots.length) slots = wider(slots, hashes, size);
    return code;
  }
}

/** Twice as many slots for the same words. */
function wider(slots: Int32Array, hashes: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const next = new Int32Array(slots.length * 2).fill(-1);
  const mask = next.length - 1;
  for (let code = 0; code < size; code += 1) {
    let slot = (hashes[code] as number) & mask;
    while ((next[slot] as number) >= 0) slot = (slot + 1) & mask;
    next[slot] = code;
  }
  return next;
}

/** The bytes of one word. */
export const wordAt = ({ bytes, ends }: Words, code: number): Uint8Array =>
  bytes.subarray(code === 0 ? 0 : ends[code - 1], ends[code]);

function hashOf(bytes: Uint8Array, from: number, until: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < until; i += 1) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  return hash ^ (hash >>> 15);
}

function grown<T extends Uint8Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(array: T, length: number): T {
  const wider = new (array.constructor as new (length: number) => T)(length);
  wider.set(array);
  return wider;
}
