import { z } from "zod";
import { byId, fields, list, reference, text } from "./fields.ts";
import { count } from "./quantity/number.ts";

const someOf = fields({
  at_least: count.describe("So many of them are needed"),
  of: list(reference).describe("Services or components that stand in for one another"),
});
const dependencies = list(z.union([reference, someOf]));

const service = fields({
  name: text.describe("Name as it is printed"),
  criticality: z.enum(["vital", "essential", "supporting"]).describe("How much hangs on it"),
  owner: reference.describe("Who answers for it"),
  calendar: reference.describe("When it is promised"),
  purpose: text.optional().describe("What it is for; quantities may not be written out"),
  depends_on: dependencies.optional().describe("What it needs: all of the list, or at least so many of several"),
});

const component = fields({
  name: text.describe("Name as it is printed"),
  provided_by: reference.describe("Team or party that runs it"),
  depends_on: dependencies.optional().describe("What it needs: all of the list, or at least so many of several"),
  part_of: reference.optional().describe("The whole whose promise it rests under"),
});

const offering = fields({
  name: text.describe("Name as it is printed"),
  service: reference.describe("Service it belongs to"),
  approved_by: z.enum(["none", "client", "supplier"]).optional().meta({
    description: "Who approves a request; one that nobody approves is approved when opened",
    otherwise: "`none`",
  }),
});

export const catalogueSection = fields({
  services: byId(service).optional().describe("What is promised"),
  components: byId(component).optional().describe("What services rest on"),
  offerings: byId(offering).optional().describe("What can be requested"),
});
