import type { Allowed } from "../quantity.ts";
import type { ById } from "./written.ts";

/** The ways a record may travel, and what needs nothing underneath. */
export interface UnderpinningSection {
  readonly routes?: ById<RouteDocument> | undefined;
  readonly kept_by_the_supplier?: readonly string[] | undefined;
}

export interface RouteDocument {
  readonly title: string;
  readonly services?: readonly string[] | undefined;
  readonly steps: readonly StepDocument[];
}

/** One holder on the way: under an agreement, or with a share of its own per priority. */
export interface StepDocument {
  readonly by: string;
  readonly under?: string | undefined;
  readonly keeps?: ById<Allowed> | undefined;
}
