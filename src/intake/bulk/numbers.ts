/** Whole numbers of 32 bits, of which there may be many: an array that doubles when it is full. */
export interface Numbers {
  readonly push: (value: number) => void;
  readonly set: (index: number, value: number) => void;
  readonly done: () => Int32Array<ArrayBuffer>;
}

export function numbers(): Numbers {
  let [array, size] = [new Int32Array(1024), 0];
  return { push, set, done: () => array.slice(0, size) };

  function push(value: number): void {
    if (size === array.length) {
      const wider = new Int32Array(size * 2);
      wider.set(array);
      array = wider;
    }
    array[size] = value;
    size += 1;
  }

  function set(index: number, value: number): void {
    array[index] = value;
  }
}
