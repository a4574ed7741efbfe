import type { Input } from "./read.ts";

/** What was read of a case, and which marks were taken that it does not give. */
export interface Log {
  readonly read: Set<string>;
  readonly marks: Set<string>;
}

const logs = new WeakMap<object, Log>();

/** The input of a case that keeps account of what is read of it, records of lists under `list.field`. */
export function watched(input: Input): { readonly input: Input; readonly log: Log } {
  const log: Log = { read: new Set(), marks: new Set() };
  return { input: record(input, "", log), log };
}

/** The account of an input; null for one that is not a case's. */
export const logOf = (input: Input): Log | null => logs.get(input) ?? null;

/** Words of a case that nothing asked for, under the same names. */
export const unreadOf = (input: Input, { read }: Log): string[] => [
  ...new Set(wordsOf(input, "").filter((name) => !read.has(name))),
];

function record(input: Input, path: string, log: Log): Input {
  const proxy = new Proxy(input, {
    get(target, key) {
      if (typeof key !== "string" || !Object.hasOwn(target, key)) return undefined;
      log.read.add(path + key);
      return value(target[key], `${path}${key}.`, log);
    },
  });
  logs.set(proxy, log);
  return proxy;
}

function value(found: unknown, path: string, log: Log): unknown {
  if (Array.isArray(found)) return found.map((one: unknown) => value(one, path, log));
  return isRecord(found) ? record(found, path, log) : found;
}

const isRecord = (found: unknown): found is Input => typeof found === "object" && found !== null;

/** Every word of a case, records of a list under the name of the list. */
export function wordsOf(input: Input, path: string): string[] {
  return Object.entries(input).flatMap(([name, found]) => {
    const records = (Array.isArray(found) ? found : [found]).filter((one) => isRecord(one) && !Array.isArray(one));
    return [path + name, ...records.flatMap((one: Input) => wordsOf(one, `${path}${name}.`))];
  });
}
