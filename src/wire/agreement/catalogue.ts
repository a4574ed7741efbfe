import { z } from "zod";
import { byId, fields, list, reference, text } from "./fields.ts";
import { count } from "./quantity/number.ts";

const dependencies = list(z.union([reference, fields({ at_least: count, of: list(reference) })]));

const service = fields({
  name: text,
  criticality: z.enum(["vital", "essential", "supporting"]),
  owner: reference,
  calendar: reference,
  purpose: text.optional(),
  depends_on: dependencies.optional(),
});

const component = fields({
  name: text,
  provided_by: reference,
  depends_on: dependencies.optional(),
  part_of: reference.optional(),
});

const offering = fields({
  name: text,
  service: reference,
  approved_by: z.enum(["none", "client", "supplier"]).optional(),
});

export const catalogueSection = fields({
  services: byId(service).optional(),
  components: byId(component).optional(),
  offerings: byId(offering).optional(),
});
