import type { z } from "zod";
import type { acts, viewsOf } from "../declarations.ts";
import type { fileInput, fileSent } from "../files/take-file.ts";

/** What the client knows of the API, from the declarations themselves. Types alone: nothing of the server is loaded. */

type Views = ReturnType<typeof viewsOf>[number];
type OneView = Extract<Views, { readonly kind: "one" }>;
type ManyView = Extract<Views, { readonly kind: "list" }>;
type Acts = (typeof acts)[number];

export type OnePath = OneView["path"];
export type ListPath = ManyView["path"];
export type ActPath = Acts["path"];

export type OneInput<P extends OnePath> = z.input<Extract<OneView, { readonly path: P }>["input"]>;
export type OneOutput<P extends OnePath> = z.output<Extract<OneView, { readonly path: P }>["output"]>;
export type ListInput<P extends ListPath> = z.input<Extract<ManyView, { readonly path: P }>["input"]>;
export type Item<P extends ListPath> = z.output<Extract<ManyView, { readonly path: P }>["item"]>;
export type ActInput<P extends ActPath> = z.input<Extract<Acts, { readonly path: P }>["input"]>;
export type ActOutput<P extends ActPath> = z.output<Extract<Acts, { readonly path: P }>["output"]>;

export type FileInput = z.input<typeof fileInput>;
export type FileSent = z.output<typeof fileSent>;

/** An activity as its module declares it: `typeof closeAPeriod`. */
export interface Declared {
  readonly path: string;
  readonly method?: "POST" | "PUT" | "DELETE";
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

/** What became of an activity that was started. */
export interface Started<A extends Declared> {
  readonly undertaking: string;
  readonly state: "done" | "prepared" | "consulting" | "awaiting approval" | "rejected" | "withdrawn";
  readonly output: z.output<A["output"]> | null;
}

export interface PageOf<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}
