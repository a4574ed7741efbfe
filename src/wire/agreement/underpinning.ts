import { byId, fields, list, reference, text } from "./fields.ts";
import { allowed } from "./quantity/time.ts";

const step = fields({ by: reference, under: reference.optional(), keeps: byId(allowed).optional() });

export const underpinningSection = fields({
  routes: byId(fields({ title: text, services: list(reference).optional(), steps: list(step) })).optional(),
  kept_by_the_supplier: list(reference).optional(),
});
