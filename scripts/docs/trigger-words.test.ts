import { expect, test } from "vitest";
import { improvementSection } from "../../src/wire/agreement/improvement.ts";
import { shape } from "../../src/wire/agreement/shape.ts";
import { readTree } from "../../src/wire/agreement/tree.ts";
import { triggerForms } from "./trigger-words.ts";

test.each(triggerForms)("%s is read as it stands in the table", (yaml) => {
  const text = `triggers: {t: {title: T, ${yaml}, opens: escalation}}`;
  const { tree, problems } = readTree({ name: "improvement.yaml", text });
  expect([problems, shape(improvementSection, tree).complaints]).toEqual([[], []]);
});
