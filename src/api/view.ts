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

type Declared<V extends AnyView> = Omit<V, "kind">;

/** Declares a view; its types follow from its schemas. */
export const view = <const P extends string, I, O>(declared: Declared<View<P, I, O>>): View<P, I, O> => ({
  kind: "one",
  ...declared,
});

/** Declares a list. */
export const listView = <const P extends string, I, T>(
  declared: Declared<ListView<P, I, T>>,
): ListView<P, I, T> => ({ kind: "list", ...declared });
