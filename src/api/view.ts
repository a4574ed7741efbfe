import type { z } from "zod";
import type { Unit } from "../store/gate.ts";
import type { Key, Page } from "../store/reading/keyset.ts";

/**
 * Something to be read, as data: its route, its part of the OpenAPI document, its method of the client and its test of
 * isolation all come from this declaration. Members of the input that stand in braces in the path are taken from it,
 * all others from the query.
 */
export interface View<P extends string = string, I = unknown, O = unknown> {
  readonly kind: "one";
  /** Its name in the OpenAPI document, such as `contract`. */
  readonly name: string;
  readonly path: P;
  readonly summary: string;
  readonly input: z.ZodType<I>;
  readonly output: z.ZodType<O>;
  /** Reads it; null where there is none that the caller may see. */
  read(unit: Unit, input: I): Promise<O | null>;
}

/** A list that is read in pages. Its read gives up to `page.limit` items that come after `page.after`, in one order. */
export interface ListView<P extends string = string, I = unknown, T = unknown> {
  readonly kind: "list";
  readonly name: string;
  readonly path: P;
  readonly summary: string;
  readonly input: z.ZodType<I>;
  readonly item: z.ZodType<T>;
  /** The values the list is sorted by; no two items have the same. */
  key(item: T): Key;
  /** Reads a page; null where the thing whose list it is cannot be seen. */
  read(unit: Unit, input: I, page: Page): Promise<readonly T[] | null>;
}

export type AnyView = View | ListView;

/** As it is declared: its types follow from its schemas alone. `W` is what is written, before what was left out is filled in. */
export interface Written<P extends string, I, W> {
  readonly name: string;
  readonly path: P;
  readonly summary: string;
  readonly input: z.ZodType<I, W>;
}

/** Declares a view. */
export const view = <const P extends string, I, O, W>(
  declared: Written<P, I, W> & {
    readonly output: z.ZodType<O>;
    readonly read: (unit: Unit, input: NoInfer<I>) => Promise<Frozen<NoInfer<O>> | null>;
  },
): View<P, I, O> & Written<P, I, W> => ({ ...(declared as View<P, I, O> & Written<P, I, W>), kind: "one" });

/** Declares a list. */
export const listView = <const P extends string, I, T, W>(
  declared: Written<P, I, W> & {
    readonly item: z.ZodType<T>;
    readonly key: (item: NoInfer<T>) => Key;
    readonly read: (unit: Unit, input: NoInfer<I>, page: Page) => Promise<readonly Frozen<NoInfer<T>>[] | null>;
  },
): ListView<P, I, T> & Written<P, I, W> => ({ ...(declared as ListView<P, I, T> & Written<P, I, W>), kind: "list" });

/** A value that whoever reads it leaves as it is. */
type Frozen<T> = T extends readonly (infer E)[]
  ? readonly Frozen<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;
