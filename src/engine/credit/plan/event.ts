/** What is paid where one event makes several levels fail. */
export type EventRule =
  | { readonly kind: "sum" }
  | { readonly kind: "highest" }
  | { readonly kind: "first" }
  | { readonly kind: "client chooses"; readonly otherwise: "highest" | "sum" }
  /** Levels of one group add up; of the groups only the dearest is paid. */
  | { readonly kind: "exclusive groups"; readonly groups: readonly (readonly string[])[] };
