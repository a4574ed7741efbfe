/**
 * A value of the engine as JSON can hold it without losing anything: a fraction as the text `n/d`, a big number as its
 * digits, a map as an object. What is absent stays absent.
 */
export function exact(value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  if (Array.isArray(value)) return value.map(exact);
  if (value === null || typeof value !== "object") return value;
  if (isFraction(value)) return `${value.n}/${value.d}`;
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return Object.fromEntries(entries.flatMap(([key, each]) => (each === undefined ? [] : [[String(key), exact(each)]])));
}

const isFraction = (value: object): value is { readonly n: bigint; readonly d: bigint } =>
  "n" in value && "d" in value && typeof value.n === "bigint" && typeof value.d === "bigint";
