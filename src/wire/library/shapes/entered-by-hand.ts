import type { KeptShape } from "../library-shape.ts";

export const enteredByHand: KeptShape = {
  id: "entered-by-hand",
  title: "A figure entered by hand",
  means: "No tool has the records. A person enters the figure of the period with evidence, and the report says so.",
  parameters: [
    { name: "expected", meaning: "The figure that must be reached" },
    {
      name: "if-missing",
      field: "if_not_measured",
      meaning: "What a period without an entry is: undetermined or missed",
    },
  ],
  level: `title: Invoices without an error
measure: entered
if_not_measured: missed
expected: at least 98%
`,
};
